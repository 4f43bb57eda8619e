"""Name what a command does outside the state; the app carries it out."""

from dataclasses import dataclass
from enum import StrEnum

from viewer.model.ids import SourceId
from viewer.model.note import Note
from viewer.state.citing.export import Form, Scope
from viewer.state.citing.noted import NotesForm


class Dialog(StrEnum):
    """Things that open over the window."""

    PALETTE = "palette"
    HELP = "help"
    GO_TO = "go-to"
    ABOUT = "about"
    FORGET = "forget"
    PROBLEMS = "problems"
    OPEN_COLLECTION = "open-collection"
    SAVE_PICTURE = "save-picture"
    FILTERS = "filters"
    WHOLENESS = "wholeness"
    COMPARE = "compare"
    CITE = "cite"
    NOTES = "notes"


class Move(StrEnum):
    """Where the selection goes, by what the eye sees."""

    NEXT = "next"
    PREVIOUS = "previous"
    UP = "up"
    DOWN = "down"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class OpenDialog:
    """Open something over the window."""

    dialog: Dialog


@dataclass(frozen=True, slots=True)
class MoveSelection:
    """Select the neighbour in the pane that shows events now."""

    move: Move


@dataclass(frozen=True, slots=True)
class ShowRange:
    """Bring a stretch of time into view, gliding there unless motion is reduced."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class FocusSearch:
    """Put the cursor into the search field."""


@dataclass(frozen=True, slots=True)
class FocusPane:
    """Put the keyboard focus into the next pane (+1) or the previous one (-1)."""

    by: int


@dataclass(frozen=True, slots=True)
class CopyText:
    """Put a text on the clipboard."""

    text: str


@dataclass(frozen=True, slots=True)
class PasteView:
    """Open the view whose citation is on the clipboard."""


@dataclass(frozen=True, slots=True)
class ExportSources:
    """Let the reader choose a file, and write sources into it."""

    scope: Scope
    form: Form


@dataclass(frozen=True, slots=True)
class ChooseNotes:
    """Let the reader choose the file in which notes are kept."""


@dataclass(frozen=True, slots=True)
class EditNote:
    """Let the reader write a note."""

    note: Note


@dataclass(frozen=True, slots=True)
class SaveNote:
    """Keep a note in the chosen file."""

    note: Note


@dataclass(frozen=True, slots=True)
class DeleteNote:
    """Take a note out of the chosen file."""

    note: str


@dataclass(frozen=True, slots=True)
class ExportNotes:
    """Let the reader choose a file, and write the notes on this collection into it."""

    form: NotesForm


NotesEffect = ChooseNotes | EditNote | SaveNote | DeleteNote | ExportNotes


@dataclass(frozen=True, slots=True)
class AttachCopy:
    """Let the reader choose an own copy of a document of a source."""

    source: SourceId
    document: int


@dataclass(frozen=True, slots=True)
class RememberCopy:
    """Keep path and hash of an attached copy for the next visit."""

    source: SourceId
    document: int


@dataclass(frozen=True, slots=True)
class ForgetCopy:
    """Let go of an attached copy, and of what was remembered of it."""

    source: SourceId
    document: int


@dataclass(frozen=True, slots=True)
class ToggleFullScreen:
    """Fill the screen, or leave it."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Close the window."""


@dataclass(frozen=True, slots=True)
class Tell:
    """Show a short notice: a message key with its parameters."""

    key: str
    params: tuple[tuple[str, str], ...] = ()


Effect = (
    OpenDialog
    | MoveSelection
    | ShowRange
    | FocusSearch
    | FocusPane
    | CopyText
    | PasteView
    | ExportSources
    | NotesEffect
    | AttachCopy
    | RememberCopy
    | ForgetCopy
    | ToggleFullScreen
    | Quit
    | Tell
)
