"""The engine: template + brand kit + content in, a printable poster out.

    check() -> CheckedContent -> lay_out() -> Scene -> preflight() -> paint()

Pure: no framework, no database, no clock, no chance, no environment. The same input gives the same bytes.
Each room imports only from the floors below it; `pyproject.toml` holds the contract.
"""
