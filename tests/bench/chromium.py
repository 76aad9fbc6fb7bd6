"""The Chromium that the benchmark drives: which one, and how it starts."""

import os
import shutil

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking")


def executable() -> str:
    """Return the one that CHROMIUM names, or else the machine's; empty where there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or ""
