"""Print what Lighthouse finds on the pages of the served application: `script/lighthouse`."""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from chromium import FLAGS, executable
from rows_web import Visitor, served
from table import HEAD, Row

_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_GOOD = 95
_LARGEST_FIRST_VIEW_KB = 100


class Page(NamedTuple):
    """A page to judge. is_private: one visitor's own, who shows a cookie; search engines are kept away from it."""

    name: str
    address: str
    is_private: bool = False


def main() -> None:
    parts = argparse.ArgumentParser(description=__doc__)
    parts.add_argument("--runs", type=int, default=5, help="runs a page; medians are shown")
    runs: int = parts.parse_args().runs
    with tempfile.TemporaryDirectory(prefix="affiche-lighthouse-") as folder, served(Path(folder)) as (_, base, _):
        visitor = Visitor(base)
        visitor.save_sample()
        print(HEAD)
        for page in _pages(base, visitor):
            reports = [_report(page, visitor.cookies, Path(folder)) for _ in range(runs)]
            for row in _rows(page, reports):
                print(row.line(), flush=True)


def _pages(base: str, visitor: Visitor) -> Iterator[Page]:
    yield Page("gallery", f"{base}/")
    yield Page("template", f"{base}/sjablonen/portret")
    yield Page("editor", visitor.address, is_private=True)
    yield Page("download", f"{visitor.address}/download", is_private=True)


def _report(page: Page, cookies: str, folder: Path) -> Mapping[str, Any]:
    """Return Lighthouse's report of one load on its emulated phone, with its slow line."""
    found = folder / "report.json"
    command = [
        os.environ.get("LIGHTHOUSE", "lighthouse"),
        page.address,
        "--quiet",
        "--output=json",
        f"--output-path={found}",
        f"--only-categories={','.join(_CATEGORIES)}",
        f"--chrome-flags={' '.join(('--headless=new', *FLAGS))}",
    ]
    if page.is_private:
        command.append(f"--extra-headers={json.dumps({'Cookie': cookies})}")
    told = subprocess.run(command, env={**os.environ, "CHROME_PATH": executable()}, capture_output=True, text=True)
    if told.returncode:
        sys.exit(f"Lighthouse stopped at {page.address}:\n{told.stderr}")
    report: Mapping[str, Any] = json.loads(found.read_text())
    if report["finalDisplayedUrl"].split("#")[0] != page.address:
        sys.exit(f"{page.address} led to {report['finalDisplayedUrl']}")
    return report


def _rows(page: Page, reports: list[Mapping[str, Any]]) -> Iterator[Row]:
    for category in _CATEGORIES:
        if category == "seo" and page.is_private:
            continue
        scores = [round(100 * report["categories"][category]["score"]) for report in reports]
        median = statistics.median(scores)
        yield Row(
            what=f"{page.name}: {category}",
            found=f"{median:.0f}",
            spread=f"{min(scores)}–{max(scores)}, {len(scores)} runs",
            target=f"≥ {_GOOD}",
            met=median >= _GOOD,
        )
    weight = statistics.median(_weight_kb(report) for report in reports)
    yield Row(
        what=f"{page.name}: first view without pictures, as sent",
        found=f"{weight:.0f} kB",
        target=f"≤ {_LARGEST_FIRST_VIEW_KB} kB",
        met=weight <= _LARGEST_FIRST_VIEW_KB,
    )


def _weight_kb(report: Mapping[str, Any]) -> float:
    """Return how many kB a first visit loads, headers included and pictures left out.

    The small pictures of all shapes come in one answer; what is drawn within a page counts with the page.
    """
    requests = report["audits"]["network-requests"]["details"]["items"]
    return sum(found["transferSize"] for found in requests if not _is_picture(found)) / 1000


def _is_picture(request: Mapping[str, Any]) -> bool:
    return request.get("resourceType") == "Image" or request["url"].endswith("/vormen")


main()
