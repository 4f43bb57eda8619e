"""Keep the one state of the window, change it only by transitions, and tell who watches."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from viewer.state.history import History
from viewer.state.view_state import ViewState

Transition = Callable[[ViewState], ViewState]
Selector = Callable[[ViewState], Any]


@dataclass(slots=True, eq=False)
class _Watcher:
    selector: Selector
    callback: Callable[[Any], None]
    last: Any


@dataclass(slots=True)
class Store:
    """Hold the state; panes watch a selector of it and never call each other."""

    state: ViewState
    history: History = field(default_factory=History)
    _watchers: list[_Watcher] = field(default_factory=list)
    _telling: bool = False

    def apply(self, transition: Transition) -> None:
        """Replace the state by what `transition` makes of it, and tell the watchers."""
        before = self.state
        after = transition(before)
        if after == before:
            return
        self.history.note(before, after)
        self._become(after)

    def back(self) -> None:
        """Return to the view before the last step, if there is one."""
        self._become(self.history.back(self.state))

    def forward(self) -> None:
        """Undo `back`, if there was one."""
        self._become(self.history.forward(self.state))

    def replace(self, state: ViewState) -> None:
        """Start anew from `state`, forgetting all history (reset of an exhibition)."""
        self.history.clear()
        self._become(state)

    def watch(self, selector: Selector, callback: Callable[[Any], None]) -> Callable[[], None]:
        """Call `callback(value)` whenever `selector(state)` changes; return a way to stop it."""
        watcher = _Watcher(selector, callback, selector(self.state))
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher) if watcher in self._watchers else None

    def _become(self, state: ViewState) -> None:
        self.state = state
        if self._telling:
            return
        self._telling = True
        try:
            while self._tell_once():
                pass
        finally:
            self._telling = False

    def _tell_once(self) -> bool:
        told = False
        for watcher in tuple(self._watchers):
            value = watcher.selector(self.state)
            if value != watcher.last:
                watcher.last = value
                told = True
                watcher.callback(value)
        return told
