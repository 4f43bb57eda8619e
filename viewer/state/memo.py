"""Remember the last answers of a costly function, by what it was asked."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Memo:
    """A small cache for one session; the newest `limit` answers stay."""

    def __init__(self, limit: int = 32) -> None:
        """Start empty."""
        self._limit = limit
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return the answer for `key`, making it when it is not remembered."""
        if key in self._answers:
            self._answers.move_to_end(key)
        else:
            self._answers[key] = make()
            while len(self._answers) > self._limit:
                self._answers.popitem(last=False)
        answer: T = self._answers[key]
        return answer

    def clear(self) -> None:
        """Forget all answers."""
        self._answers.clear()
