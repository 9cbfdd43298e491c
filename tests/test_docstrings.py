"""The examples in docstrings hold."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

import papermine

HOME = Path(papermine.__file__).parent
MODULES = sorted(".".join(("papermine", *path.relative_to(HOME).with_suffix("").parts)).removesuffix(".__init__")
                 for path in HOME.rglob("*.py") if ">>> " in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted
    assert not result.failed
