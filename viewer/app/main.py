"""Begin here: read the command line, and hand over to what was asked for."""

import os
import sys
from collections.abc import Sequence

from viewer.app.cli import parse

INTERRUPTED, UNHEARD = 130, 141
"""Exit codes of a program that was stopped, and of one whose output nobody reads any more."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Sanad and return its exit code: 0 well, 1 problems found, 2 wrong use, 130 interrupted."""
    # NumPy's algebra would start a thread for each processor, which takes longer than all it does here.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    given = list(sys.argv[1:] if arguments is None else arguments)
    asked = parse(given)
    try:
        code = int(asked.run(asked))
        # A program that is no console program has no output on Windows.
        if sys.stdout:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # As the documentation of Python's signals advises: nothing is left to be flushed at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNHEARD
    return code
