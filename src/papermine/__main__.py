"""`papermine`, and `python -m papermine`: what is set before anything else is imported, and the command line."""

from __future__ import annotations

import gc
import os

from papermine import classes


def start() -> None:
    """Run the command line as a process of its own."""
    gc.set_threshold(200_000, 20, 20)  # what is imported is kept: looking through it for garbage takes a tenth of a start
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would read what every installed package says of itself
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # NumPy would start threads that wait by turning round: nothing here multiplies
    classes.remember()
    from papermine.cli import run
    run()


if __name__ == "__main__":
    start()
