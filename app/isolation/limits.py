"""What one worker may use."""

from dataclasses import dataclass

_MIB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerLimits:
    """Limits of one worker process.

    memory_bytes: of address space, which thread stacks and mapped fonts fill too; below 768 MiB decoders fail without
    need. file_bytes: of any file it writes, finished ones first of all. open_files: at once. processes: of the whole
    user, and only where that is not root, whom the kernel does not count. jobs, resident_bytes: after so many jobs, or
    with so much memory in use after one, a worker is replaced. answer_bytes: of one result, with the file in it.
    own_network: give workers a network of their own, without any connection; asks for user namespaces.
    """

    memory_bytes: int = 1024 * _MIB
    file_bytes: int = 256 * _MIB
    open_files: int = 64
    processes: int = 512
    jobs: int = 200
    resident_bytes: int = 400 * _MIB
    answer_bytes: int = 256 * _MIB
    own_network: bool = False
