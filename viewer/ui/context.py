"""Hand panes what they need, and let them follow language, theme and size with one call."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from viewer.commands.command import Profile
from viewer.commands.commander import Commander, CommandError
from viewer.state.session import Session
from viewer.ui.theme.colours import Colours, colours
from viewer.ui.theme.typography import Sizes, sizes


@dataclass(frozen=True, slots=True)
class Context:
    """What a pane is given: the session, the gate of commands, and how things look now."""

    session: Session
    commander: Commander

    def say(self, key: str, /, **params: object) -> str:
        """Return a message in the language of the interface."""
        return self.session.catalogue.say(key, **params)

    def run(self, command: str, **arguments: Any) -> None:
        """Run a command; one that is not possible now does nothing."""
        try:
            self.commander.run(command, **arguments)
        except CommandError:
            return

    @property
    def colours(self) -> Colours:
        """Colours of the theme now."""
        return colours(self.session.state.appearance.theme)

    @property
    def sizes(self) -> Sizes:
        """Type sizes at the text scale now; touch targets of 44 px in an exhibition."""
        return sizes(self.session.state.appearance.text_scale, touch=self.kiosk)

    @property
    def kiosk(self) -> bool:
        """True in an exhibition."""
        return self.commander.profile is Profile.KIOSK

    def on_appearance(self, callback: Callable[[], None]) -> None:
        """Call `callback` when language, theme, size or direction change."""
        self.session.store.watch(lambda state: state.appearance, lambda _: callback())
