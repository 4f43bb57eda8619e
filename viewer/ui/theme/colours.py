"""The colours of the three themes as tokens; every contrast is measured by a test (WCAG 2.2)."""

from collections.abc import Mapping
from dataclasses import dataclass

from viewer.state.view_state import Theme


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme, as `#rrggbb` strings."""

    ground: str
    """Of the window."""
    panel: str
    """Of the source pane, fields and menus."""
    ink: str
    """Text."""
    soft: str
    """Second text."""
    line: str
    """Rules between regions."""
    hair: str
    """Grid lines."""
    band: str
    """Alternate tracks."""
    accent: str
    """Links and focus."""
    passage: str
    """Ground of the cited passage."""
    warning: str
    """Contested and unchecked."""
    good: str
    """Checked and verified."""
    tracks: Mapping[str, str]
    """Colour of a track by its token; unknown tokens take that of `other`."""
    line_width: float = 1.0
    """Of rules and marks, in logical pixels."""

    def track(self, token: str) -> str:
        """Return the colour of a track token."""
        return self.tracks.get(token, self.tracks["other"])


_LIGHT = Colours(
    ground="#f7f5f0",
    panel="#fffdf8",
    ink="#211f1b",
    soft="#6a655c",
    line="#ddd7ca",
    hair="#ebe6db",
    band="#efe9da",
    accent="#1f5f73",
    passage="#fbeeb8",
    warning="#8a4b12",
    good="#1b6b4f",
    tracks={
        "background": "#6e685b",
        "order": "#7a4b8c",
        "execution": "#9c3b3b",
        "burial": "#7b5b3a",
        "protest": "#1f6f6a",
        "official": "#5d6b2d",
        "un": "#2c5a94",
        "memory": "#9a4a78",
        "other": "#6a655c",
    },
)

_DARK = Colours(
    ground="#161513",
    panel="#1e1d1a",
    ink="#efe9dd",
    soft="#a79f91",
    line="#3a372f",
    hair="#2a2823",
    band="#26241f",
    accent="#7fc3d6",
    passage="#3d3514",
    warning="#e3a560",
    good="#7fcfa8",
    tracks={
        "background": "#a59d8c",
        "order": "#bf93d1",
        "execution": "#e08b84",
        "burial": "#c9a27a",
        "protest": "#6cc3bb",
        "official": "#b3c276",
        "un": "#8db6ec",
        "memory": "#e29cc4",
        "other": "#a79f91",
    },
)

_CONTRAST = Colours(
    ground="#000000",
    panel="#000000",
    ink="#ffffff",
    soft="#dcdcdc",
    line="#ffffff",
    hair="#4d4d4d",
    band="#141414",
    accent="#7fe3ff",
    passage="#5c4d00",
    warning="#ffc46b",
    good="#8ff0c0",
    tracks={
        "background": "#cfc8ba",
        "order": "#dcb8ec",
        "execution": "#ffaaa3",
        "burial": "#e8c49c",
        "protest": "#8fe6dd",
        "official": "#d3e38f",
        "un": "#b0d0ff",
        "memory": "#ffb9dd",
        "other": "#dcdcdc",
    },
    line_width=2.0,
)

_THEMES = {Theme.LIGHT: _LIGHT, Theme.DARK: _DARK, Theme.CONTRAST: _CONTRAST}


def colours(theme: Theme) -> Colours:
    """Return the colours of a theme."""
    return _THEMES[theme]
