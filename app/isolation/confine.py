"""What a worker does to itself before it sees foreign bytes. Linux; each layer holds if the one before fails.

Source of the constants: linux/prctl.h, linux/sched.h, linux/capability.h.
"""

import ctypes
import errno
import os
import resource
import signal
import tempfile
from pathlib import Path

from app.isolation.limits import WorkerLimits

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_CAPABILITY_VERSION = 0x20080522
_CAP_DAC_OVERRIDE = 1 << 1
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000


def die_with(parent: int) -> None:
    """Let the kernel end this process together with its parent. parent: its process id.

    Raises OSError where that is gone already, of which the kernel tells nothing. Source: prctl(2), PR_SET_PDEATHSIG.
    """
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        raise ProcessLookupError(errno.ESRCH, "the parent is gone")


def confine(limits: WorkerLimits, folder: Path) -> None:
    """Give this process its own session, an empty environment and folder, and limits that it cannot lift.

    folder: is made, and becomes the working folder and the one for temporary files.
    Raises OSError where the kernel refuses: then no worker may run.
    """
    os.setsid()
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    os.environ.clear()
    folder.mkdir(mode=0o700)
    os.chdir(folder)
    tempfile.tempdir = str(folder)
    _silence()
    for kind, most in _resources(limits):
        resource.setrlimit(kind, (most, most))
    _give_up_capabilities()


def _resources(limits: WorkerLimits) -> list[tuple[int, int]]:
    found = [
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, limits.file_bytes),
        (resource.RLIMIT_NOFILE, limits.open_files),
    ]
    if os.getuid() != 0:
        found.append((resource.RLIMIT_NPROC, limits.processes))
    return found


class _CapabilityHeader(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _CapabilitySets(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


def _give_up_capabilities() -> None:
    """Take from root what root has above others, the lifting of limits first of all.

    Access to files stays: the folder of pictures may belong to another user than the server.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    header = _CapabilityHeader(_CAPABILITY_VERSION, 0)
    sets = (_CapabilitySets * 2)()
    if libc.capget(ctypes.byref(header), sets) != 0:
        raise OSError(ctypes.get_errno(), "capget")
    kept = sets[0].permitted & _CAP_DAC_OVERRIDE
    sets[0], sets[1] = _CapabilitySets(kept, kept, 0), _CapabilitySets(0, 0, 0)
    if libc.capset(ctypes.byref(header), sets) != 0:
        raise OSError(ctypes.get_errno(), "capset")


def _silence() -> None:
    """Point the standard streams nowhere: decoders print about broken files, and a log is no place for that."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def allow_processor_time(seconds: float) -> None:
    """Let this process use so much more processor time; the kernel ends it beyond that, in C code too."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))


def resident_bytes() -> int:
    """Return the memory this process holds now. Source: proc(5), /proc/pid/statm."""
    pages = int(Path("/proc/self/statm").read_bytes().split()[1])
    return pages * resource.getpagesize()


def leave_network() -> str:
    """Move this process into a network without connections; return why not, or nothing.

    Only before any thread exists: the kernel moves single threads alone.
    """
    user, group = os.getuid(), os.getgid()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
        return os.strerror(ctypes.get_errno())
    try:
        # Unmapped users cannot create files. The kernel asks for setgroups to be given up first.
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    except OSError as refused:
        return f"user mapping: {refused.strerror}"
    return ""


def _prctl(option: int, value: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(option, value, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl {option}")
