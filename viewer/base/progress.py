"""Tell how far long work has come, and let a person stop it."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Protocol


class Progress(Protocol):
    """Is told how far work has come, from whichever thread does it."""

    def __call__(self, step: str, done: int, total: int, /) -> None:
        """Take the message key of the step, and how much of it is done; `total` 0 means unknown."""


class CancelledError(Exception):
    """The person stopped the work; nothing of it is left behind."""


@dataclass(frozen=True, slots=True)
class Work:
    """What long work is given: whom to tell, and whether to go on."""

    tell: Progress
    cancelled: Callable[[], bool]

    def report(self, step: str, done: int, total: int = 0) -> None:
        """Tell how far the work has come; raise CancelledError when it is to stop."""
        if self.cancelled():
            raise CancelledError
        self.tell(step, done, total)


def nobody(step: str, done: int, total: int) -> None:
    """Take progress that nobody watches."""


def work(progress: Progress | None = None, cancel: Event | None = None) -> Work:
    """Join a listener and a switch, each of which may be missing."""
    return Work(progress or nobody, cancel.is_set if cancel else lambda: False)
