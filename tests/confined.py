"""A process that the kernel itself holds to reading: no file written or removed, no network, no program started (Linux, x86-64 and ARM)."""

from __future__ import annotations

import ctypes
import platform
import struct
import sys

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _MODE_FILTER = 38, 22, 2
_KILL, _ALLOW = 0x80000000, 0x7FFF0000
_WRITING = 0o1 | 0o2 | 0o100 | 0o1000 | 0o2000  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND
_ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_OPEN = {"x86_64": {2: 1, 257: 2}, "aarch64": {56: 2}}
"""open and openat: number of the call → which argument holds the flags."""
_NEVER = {  # execve, execveat, fork, vfork, socket, connect, unlink(at), rename(at, at2), mkdir(at), link(at), symlink(at), truncate, creat, chmod (f, at), openat2
    "x86_64": (59, 322, 57, 58, 41, 42, 87, 263, 82, 264, 316, 83, 258, 86, 265, 88, 266, 76, 85, 90, 91, 268, 437),
    "aarch64": (221, 281, 198, 203, 35, 38, 276, 34, 37, 36, 45, 52, 53, 437)}


def can_confine() -> bool:
    """Is there such a filter here?"""
    return sys.platform == "linux" and platform.machine() in _ARCHITECTURE


def confine() -> None:
    """From now on this process is killed (SIGSYS) by the system when it opens a file to write, changes a folder, or asks for a socket or a program.

    Raises OSError where the system has no such filter.
    """
    machine = platform.machine()
    load, jump_equal, jump_any, ret = 0x20, 0x15, 0x45, 0x06  # BPF: load a word; jump if equal; jump if any bit is set; return

    def step(code: int, k: int, yes: int = 0, no: int = 0) -> bytes:
        return struct.pack("HBBI", code, yes, no, k)

    steps = [step(load, 4), step(jump_equal, _ARCHITECTURE[machine], 1, 0), step(ret, _KILL), step(load, 0)]
    for number in _NEVER[machine]:
        steps += [step(jump_equal, number, 0, 1), step(ret, _KILL)]
    for number, argument in _OPEN[machine].items():
        steps += [step(jump_equal, number, 0, 4), step(load, 16 + 8 * argument), step(jump_any, _WRITING, 0, 1), step(ret, _KILL), step(ret, _ALLOW)]
    code = ctypes.create_string_buffer(b"".join([*steps, step(ret, _ALLOW)]))
    libc = ctypes.CDLL(None, use_errno=True)
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(steps) + 1, ctypes.addressof(code)))
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.c_void_p(ctypes.addressof(program)), 0, 0):
        raise OSError(ctypes.get_errno(), "the system does not let this process be confined")
