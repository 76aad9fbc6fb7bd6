"""Messages pass whole, within their time and their size, or not at all."""

import os
import socket
import struct
import threading
import time

import pytest

from app.isolation import Parcel
from app.isolation.packing import open_warily, packed, unpacked
from app.isolation.wire import MOST_PARTS, WireBroken, WireClosed, WireLate, receive, send

LARGE = 3_000_001


@pytest.fixture
def wire():
    """Both ends of a wire."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


@pytest.mark.parametrize(
    "sizes",
    [(), (0,), (1, 0, 2), (LARGE, 1, 70_000)],
    ids=["no-parts", "one-empty-part", "small-parts", "large-and-small-parts"],
)
def test_message_passes_part_by_part(wire, sizes):
    """What is received has the parts that were sent, the empty and the large ones too."""
    parts = [os.urandom(size) for size in sizes]
    ours, theirs = wire
    sender = threading.Thread(target=send, args=(theirs, parts))
    sender.start()

    assert receive(ours, 2 * LARGE, time.monotonic() + 10) == parts
    sender.join()


def test_message_that_comes_drop_by_drop_does_not_outlast_its_time(wire):
    """Bytes that keep coming do not push the deadline back."""
    ours, theirs = wire
    done = threading.Event()

    def drip():
        theirs.sendall(struct.pack(">QQ", 1, LARGE))
        while not done.wait(0.01):
            theirs.sendall(b"x")

    sender = threading.Thread(target=drip)
    sender.start()
    with pytest.raises(WireLate):
        receive(ours, LARGE, time.monotonic() + 0.2)
    done.set()
    sender.join()


def test_silence_ends_at_the_deadline(wire):
    """Where nothing comes at all the wait ends too, also when its time was over before it began."""
    for seconds in (0.05, -1):
        with pytest.raises(WireLate):
            receive(wire[0], LARGE, time.monotonic() + seconds)


def test_message_that_breaks_off_is_none(wire):
    """A worker that dies while it answers has not answered."""
    ours, theirs = wire
    theirs.sendall(struct.pack(">QQ", 1, LARGE) + b"half")
    theirs.close()

    with pytest.raises(WireClosed):
        receive(ours, LARGE, time.monotonic() + 10)


@pytest.mark.parametrize(
    "numbers",
    [(MOST_PARTS + 1,), (2, LARGE, 1), (1, 2**64 - 1)],
    ids=["too-many-parts", "one-byte-too-many", "endless-part"],
)
def test_more_than_is_allowed_is_refused_by_its_announcement(wire, numbers):
    """Neither parts nor bytes are waited for when they are too many."""
    ours, theirs = wire
    theirs.sendall(struct.pack(f">{len(numbers)}Q", *numbers))

    with pytest.raises(WireBroken):
        receive(ours, LARGE, time.monotonic() + 10)


@pytest.mark.parametrize("announced", [b"", struct.pack(">Q", 0)], ids=["no-part", "a-part-of-bytes"])
def test_file_that_nobody_announced_is_refused_and_closed(wire, announced):
    """It stays with its sender."""
    ours, theirs = wire
    file = Parcel.of(b"unasked")
    before = len(os.listdir("/proc/self/fd"))
    socket.send_fds(theirs, [struct.pack(">Q", len(announced) // 8) + announced], [file.fileno()])

    with pytest.raises(WireBroken, match="0 files announced, 1 came"):
        receive(ours, LARGE, time.monotonic() + 10)
    assert len(os.listdir("/proc/self/fd")) == before


def test_of_many_files_one_comes(wire):
    """Whoever sends a thousand opens one here, and only where it was announced."""
    ours, theirs = wire
    file = Parcel.of(b"one")
    before = len(os.listdir("/proc/self/fd"))
    socket.send_fds(theirs, [struct.pack(">QQ", 1, 2**64 - 1)], [file.fileno()] * 200)

    (came,) = receive(ours, LARGE, time.monotonic() + 10)
    assert came.read() == b"one"
    assert len(os.listdir("/proc/self/fd")) == before + 1


def test_large_bytes_travel_beside_the_pickle():
    """A file is never copied into a pickle, and comes out where it was."""
    file = os.urandom(LARGE)
    message = packed((file, "ja", b"klein"))

    assert message[1] is file
    assert len(message[0]) < 200
    assert unpacked(message) == (file, "ja", b"klein")
    assert open_warily(message, ()) == (file, "ja", b"klein")


def test_the_same_bytes_travel_once():
    """A photo that stands in a value twice is the same object on the other side too."""
    file = os.urandom(LARGE)

    message = packed((file, {"again": file}, bytes(bytearray(file))))

    assert [len(part) for part in message[1:]] == [LARGE, LARGE]
    first, named, equal = unpacked(message)
    assert first is named["again"]
    assert first == equal == file


def test_many_large_bytes_fit_one_message():
    """What is beyond the parts of a message stands in the pickle."""
    files = [bytes([number]) * 70_000 for number in range(2 * MOST_PARTS)]

    message = packed(files)

    assert len(message) < MOST_PARTS
    assert unpacked(message) == files


@pytest.mark.parametrize("number", [b"K\x01", b"J\xff\xff\xff\xff", b"\x8c\x01a", b"N"], ids=["1", "-1", "a", "None"])
def test_part_that_is_not_there_is_no_value(number):
    """An answer can name only the parts that came with it."""
    with pytest.raises(WireBroken):
        open_warily([b"\x80\x04" + number + b"Q.", b"beside"], ())
