"""Begin here: read the command line, and hand over to what was asked for."""

import os
import signal
import sys
from collections.abc import Sequence

from viewer.app.cli import parse


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Sanad and return its exit code: 0 well, 1 problems found, 2 wrong use, 130 interrupted."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # NumPy's algebra would start a thread for each processor, which takes longer than all it does here.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    given = list(sys.argv[1:] if arguments is None else arguments)
    asked = parse(given)
    try:
        return int(asked.run(asked))
    except KeyboardInterrupt:
        return 130
