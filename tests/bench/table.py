"""The rows of the benchmark, printed as a Markdown table."""

from dataclasses import dataclass

from measure import Times


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure with its target, both as shown. met: None where there is no target."""

    what: str
    found: str
    target: str = ""
    met: bool | None = None
    spread: str = ""

    @classmethod
    def time(cls, what: str, times: Times, *, target_s: float | None = None) -> "Row":
        low, high = min(times.runs), max(times.runs)
        spread = f"{low * 1000:.0f}–{high * 1000:.0f} ms, {len(times.runs)} runs"
        return cls.seconds(what, times.median, target_s=target_s, spread=spread)

    @classmethod
    def seconds(cls, what: str, found_s: float, *, target_s: float | None = None, spread: str = "") -> "Row":
        if target_s is None:
            return cls(what=what, found=f"{found_s * 1000:.1f} ms", spread=spread)
        shown = f"≤ {target_s * 1000:.0f} ms"
        return cls(what=what, found=f"{found_s * 1000:.1f} ms", target=shown, met=found_s <= target_s, spread=spread)

    @classmethod
    def size(cls, what: str, found_mb: float, *, target_mb: float, spread: str = "") -> "Row":
        met, target = found_mb <= target_mb, f"≤ {target_mb:.0f} MB"
        return cls(what=what, found=f"{found_mb:.0f} MB", target=target, met=met, spread=spread)

    @classmethod
    def rate(cls, what: str, found: float, *, target: float) -> "Row":
        return cls(what=what, found=f"{found:.0f} a second", target=f"≥ {target:.0f} a second", met=found >= target)

    @classmethod
    def ratio(cls, what: str, found: float, *, target: float) -> "Row":
        return cls(what=what, found=f"{found:.1f} ×", target=f"≥ {target:.0f} ×", met=found >= target)

    def line(self) -> str:
        verdict = "" if self.met is None else "met" if self.met else "**not met**"
        return f"| {self.what} | {self.found} | {self.spread} | {self.target} | {verdict} |"


HEAD = "| what | found (median) | spread | target | |\n| --- | --- | --- | --- | --- |"
