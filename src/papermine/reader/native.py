"""PDFium's C functions under plain prototypes, for calls made once a glyph."""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

address = ctypes.c_void_p.from_param
"""An address (an integer, None for NULL) as `bare` functions take it: once made, it is passed any number of times at no cost."""


def direct(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """The same C function with plain argument types: a third of the time of the checked binding.

    Pointers are passed and returned as integers (None for NULL).
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def bare(function: Any, result: Any) -> Callable[..., Any]:
    """The same without argument types: half the time again. An integer is passed as a C int, a pointer as `address` made it."""
    return direct(function, result)


class Rows:
    """Memory into which a bare function writes numbers, a row for each call, with the address of each row at hand.

    ``outs``: so many addresses go to each call, of neighbouring columns.
    """

    AT_ONCE = 4096

    def __init__(self, columns: int, dtype: type[np.generic], outs: int = 1) -> None:
        self._shape, self._dtype, self._outs = (self.AT_ONCE, columns), np.dtype(dtype), outs
        self._free: list[tuple[NDArray[Any], list[list[Any]]]] = []

    def filled(self, function: Callable[..., Any], owner: Any, which: Sequence[int]) -> NDArray[Any]:
        """``function(owner, n, *addresses)`` for each n of ``which``: the rows that it wrote, 0 where it wrote nothing."""
        out = np.empty((len(which), self._shape[1]), dtype=self._dtype)
        try:
            memory, at = self._free.pop()
        except IndexError:  # another thread may be at work with the last one
            memory, at = self._made()
        for start in range(0, len(which), self.AT_ONCE):
            part = which[start:start + self.AT_ONCE]
            memory[:len(part)] = 0
            deque(map(function, repeat(owner), part, *at), maxlen=0)  # map() keeps the loop over the C calls out of the interpreter
            out[start:start + len(part)] = memory[:len(part)]
        self._free.append((memory, at))
        return out

    def _made(self) -> tuple[NDArray[Any], list[list[Any]]]:
        memory = np.zeros(self._shape, dtype=self._dtype)
        first, size = memory.ctypes.data, self._dtype.itemsize
        return memory, [[address(a) for a in range(first + k * size, first + k * size + memory.nbytes, self._shape[1] * size)]
                        for k in range(self._outs)]
