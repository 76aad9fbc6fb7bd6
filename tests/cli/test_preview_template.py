"""Showing a template from the command line."""

import shutil
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest
from makers import ROOT, TINY


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--out", "x", "--watch"), "leave one of them out"),
        (("--all",), "--all goes with --out only"),
        (("--port", "99999"), "99999"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_use(affiche, desk, more, said):
    """Exit 2 with what to do."""
    done = affiche("preview-template", TINY, *more)

    assert (done.exit_code, said in done.stderr) == (2, True)


def test_a_template_that_is_not_there_is_wrong_use(affiche, desk):
    """With the nearest name."""
    done = affiche("preview-template", "portet")

    assert (done.exit_code, "did you mean 'portret'?" in done.stderr) == (2, True)


def test_a_port_that_is_taken_is_told(affiche, desk):
    """With the option that mends it."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = affiche("preview-template", TINY, "--port", str(taken.getsockname()[1]))

    assert (done.exit_code, "give --port a free one" in done.stderr) == (2, True)


def test_a_folder_of_pictures_is_written(affiche, desk):
    """The page is named on standard output, what was found beside it."""
    template = shutil.copytree(TINY, desk / "tiny")
    text = (template / "template.toml").read_text()
    (template / "template.toml").write_text(text.replace('["a5", "a3", "b2"]', '["a5"]'))

    done = affiche("preview-template", template, "--out", "sheet")

    assert (done.exit_code, done.stdout) == (0, "sheet/index.html\n")
    assert "34 pictures, " in done.stderr
    assert len(list((desk / "sheet" / "pictures").iterdir())) == 34


def test_a_template_with_faults_is_not_written(affiche, desk):
    """Each fault is told, exit 1, and there is no half of a folder."""
    template = shutil.copytree(TINY, desk / "tiny")
    text = (template / "a3.svg").read_text()
    (template / "a3.svg").write_text(text.replace("#feca34", "#feca35"))

    done = affiche("preview-template", template, "--out", "sheet")

    assert done.exit_code == 1
    assert done.stderr.startswith("tiny/a3.svg:6: #rule: ")
    assert not (desk / "sheet").exists()


def test_the_sheet_is_served_until_somebody_ends_it(tmp_path):
    """On this machine alone; Ctrl+C ends it without a word of complaint."""
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    # A job in the background would leave Ctrl+C unheard.
    code = "import signal; signal.signal(2, signal.default_int_handler); from app.cli import main; main()"
    command = [sys.executable, "-c", code, "preview-template", str(TINY), "--watch", "--port", "0"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        said = server.stdout.readline()
        try:
            address = said.split()[1]
            with urllib.request.urlopen(address, timeout=30) as answer:
                page = answer.read().decode()
        finally:
            server.send_signal(signal.SIGINT)
            complaints = server.stderr.read()
            code = server.wait(timeout=30)

    assert address.startswith("http://127.0.0.1:")
    assert "<h1>tiny</h1>" in page
    assert (code, complaints) == (0, "")
