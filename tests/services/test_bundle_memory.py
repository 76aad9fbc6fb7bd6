"""A web process hands out any number of files of any weight, and holds none of them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent

# In MB. A run of a few hundred kB is in hand at any time, and the memory of a process grows by fits and starts.
NOISE = 5.0


@pytest.fixture(scope="module")
def costs(tmp_path_factory):
    """What ZIPs of a light file, of one, of a heavy one and of many cost a process of their own, in MB."""
    folder = tmp_path_factory.mktemp("memory")
    program = [sys.executable, str(HERE / "bundle_memory.py"), str(folder)]
    ran = subprocess.run(
        program, env={**os.environ, "PYTHONPATH": str(HERE.parents[1])}, stdout=subprocess.PIPE, check=True
    )
    return json.loads(ran.stdout)


def test_memory_does_not_grow_with_the_weight_of_a_file(costs):
    """The heaviest file there is costs what the lightest does."""
    assert costs["heavy"]["weight"] > 4 * NOISE > 20 * costs["light"]["weight"]
    assert costs["one"]["growth"] < costs["light"]["growth"] + NOISE
    assert costs["heavy"]["growth"] < costs["light"]["growth"] + NOISE


def test_memory_does_not_grow_with_the_number_of_files(costs):
    """Twelve cost what one does."""
    assert costs["many"]["weight"] > 10 * NOISE
    assert costs["many"]["growth"] < costs["one"]["growth"] + NOISE
