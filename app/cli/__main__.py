"""So that `python -m app.cli` is the command line too."""

from app.cli import main

main()
