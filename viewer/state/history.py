"""Remember the places a reader has been, for going back and forward like in a browser."""

from dataclasses import dataclass, field, replace

from viewer.state.view_state import ViewState

LIMIT = 200


@dataclass(slots=True)
class History:
    """Two stacks of views.

    A new entry starts when the reader goes to another thing: selection, open source, grouping or layout.
    Panning alone only updates where one returns to.
    """

    _past: list[ViewState] = field(default_factory=list)
    _future: list[ViewState] = field(default_factory=list)

    def note(self, before: ViewState, after: ViewState) -> None:
        """Keep `before` when the step to `after` is one that a reader would want to undo."""
        if _place(before) == _place(after):
            return
        self._past.append(before)
        del self._past[:-LIMIT]
        self._future.clear()

    def back(self, now: ViewState) -> ViewState:
        """Return the view before `now`, as it looked, in today's language and colours; a story stays."""
        return self._move(self._past, self._future, now)

    def forward(self, now: ViewState) -> ViewState:
        """Return the view that `back` left."""
        return self._move(self._future, self._past, now)

    def clear(self) -> None:
        """Forget everything."""
        self._past.clear()
        self._future.clear()

    @property
    def can_go_back(self) -> bool:
        """True when there is a view to return to."""
        return bool(self._past)

    @property
    def can_go_forward(self) -> bool:
        """True when `back` was used last."""
        return bool(self._future)

    @staticmethod
    def _move(source: list[ViewState], target: list[ViewState], now: ViewState) -> ViewState:
        if not source:
            return now
        target.append(now)
        return replace(source.pop(), appearance=now.appearance, revealed=now.revealed, story=now.story)


def _place(state: ViewState) -> tuple[object, ...]:
    return (state.selection, state.source, state.layout, state.tracks.grouping)
