"""The pages of a proof, for somebody's yes: the poster, what was found, what to read through, a place to sign."""

from app.engine.layout.proof.pages import ProofPages, lay_out_proof

__all__ = ["ProofPages", "lay_out_proof"]
