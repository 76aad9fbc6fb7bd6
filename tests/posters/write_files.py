"""Write print files into a folder, for a checker from outside: write_files.py FOLDER [all].

Without `all` every two of template, format and language meet; with it, every file there is. One line a format:
its trim in mm and the names of its files.
"""

import sys
from pathlib import Path

from poster_maker import made
from poster_matrix import Case, everything, going, pairs
from poster_shelf import SHEETS

from app.engine.sheet import FORMATS


def main(folder: Path, cases: list[Case]) -> None:
    """Write the files, and print what the checker must be told."""
    for key in SHEETS:
        names = []
        for case in cases:
            if case.format == key:
                names.append(f"{case.template}-{case.format}-{case.language}.pdf")
                (folder / names[-1]).write_bytes(made(case))
        print(f"{FORMATS[key].width}x{FORMATS[key].height}", *names, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), going(["print"], everything() if "all" in sys.argv[2:] else pairs()))
