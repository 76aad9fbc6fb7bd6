"""What gunicorn gets to serve."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_collector_leaves_alone_what_is_loaded_at_the_start(tmp_path):
    """It stays as long as the process; what requests leave behind is collected as ever."""
    code = (
        "import gc; from app.serving import application; application();"
        "print(gc.isenabled(), gc.get_freeze_count() > 50_000, len(gc.get_objects()) < 5_000)"
    )
    environment = {"PATH": os.environ["PATH"], "AFFICHE_DATA": str(tmp_path / "data")}

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["True", "True", "True"]
