"""Say whether an editor compared something with the original."""

from viewer.model.evidence import Check, CheckState
from viewer.state.pages.reader import Reader
from viewer.state.pages.runs import Tone, Words

_TONES = {
    CheckState.CHECKED: Tone.CHECKED,
    CheckState.PARTLY: Tone.WARNING,
    CheckState.UNCHECKED: Tone.WARNING,
}


def check_words(reader: Reader, check: Check) -> Words:
    """Return the state in a word or two: "checked", "partly checked", "not yet checked"."""
    return reader.spoken(f"source.check.{check.state}", _TONES[check.state])


def check_line(reader: Reader, check: Check) -> tuple[Words, ...]:
    """Return the state with the editor's note behind it."""
    state = check_words(reader, check)
    if not check.note:
        return (state,)
    return (state, reader.spoken("detail.dot", Tone.SOFT), reader.words(check.note, Tone.SOFT))
