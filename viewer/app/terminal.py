"""Show progress on the terminal: one line that is written over, none when nobody looks."""

import sys
from collections.abc import Callable

from viewer.base.messages import Catalogue


def progress_line(catalogue: Catalogue) -> Callable[[str, int, int], None]:
    """Return a progress listener that writes to standard error when it is a terminal."""

    def tell(step: str, done: int, total: int) -> None:
        share = catalogue.ratio(done, total) if total else catalogue.number(done)
        sys.stderr.write(f"\r\x1b[K{catalogue.say(step)} {share}")
        sys.stderr.write("\n" if total and done >= total else "")
        sys.stderr.flush()

    def silent(step: str, done: int, total: int) -> None:
        del step, done, total

    return tell if sys.stderr.isatty() else silent
