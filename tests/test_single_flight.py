"""Whoever asks for what is being made waits for it."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from waiting import Asked

from app.single_flight import SingleFlight, alone


def asked_at_once(flights, key, make, threads):
    """What each of some threads is given or told."""
    with ThreadPoolExecutor(threads) as pool:
        waiting = [pool.submit(flights.get, key, make) for _ in range(threads)]
        return [found.exception() or found.result() for found in waiting]


def test_one_makes_and_all_others_wait():
    """However many ask while it is made."""
    flights, key, made = SingleFlight(), Asked(by=6), []

    def make():
        key.wait_for_all()
        made.append(object())
        return made[-1]

    assert asked_at_once(flights, key, make, 6) == made * 6
    assert len(made) == 1


def test_what_goes_wrong_is_told_to_all_of_them():
    """Nobody waits for ever; and whoever asks later gets another try."""
    flights, key = SingleFlight(), Asked(by=4)
    trouble = ValueError("no ink")

    def make():
        key.wait_for_all()
        raise trouble

    assert asked_at_once(flights, key, make, 4) == [trouble] * 4
    assert flights.get(key, lambda: "made") == "made"


def test_nothing_is_kept():
    """Whoever asks when it is done has it made anew."""
    flights = SingleFlight()

    assert [flights.get("key", lambda made=made: made) for made in (1, 2)] == [1, 2]


def test_others_are_made_meanwhile():
    """Only the same thing is waited for."""
    flights = SingleFlight()

    assert flights.get("one", lambda: flights.get("other", lambda: "other") + " and one") == "other and one"


def test_another_process_waits_too(tmp_path):
    """What the first one leaves behind is there when the second one gets through."""
    script = (
        "from pathlib import Path; from app.single_flight import alone; print('asks', flush=True)\n"
        "with alone(Path({0!r}), 'key'): print((Path({0!r}) / 'made').read_text())"
    )
    with alone(tmp_path, "key"):
        command = [sys.executable, "-c", script.format(str(tmp_path))]
        other = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert other.stdout.readline() == "asks\n"
        (tmp_path / "made").write_text("by the first")
    told, _ = other.communicate(timeout=20)

    assert told == "by the first\n"


def test_without_a_place_for_locks_everybody_gets_through(tmp_path):
    """A disk that is full stops no page."""
    (tmp_path / "file").write_text("in the way")

    through = []
    with alone(tmp_path / "file", "one"), alone(tmp_path / "file", "one"):
        through.append("both")

    assert through == ["both"]


def test_locks_are_let_go(tmp_path):
    """Also after trouble."""
    with pytest.raises(ValueError, match="no ink"), alone(tmp_path, "key"):
        raise ValueError("no ink")
    again = []
    with alone(tmp_path, "key"):
        again.append("through")

    assert again == ["through"]
