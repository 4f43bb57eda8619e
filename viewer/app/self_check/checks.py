"""The checks, in the order of the report; each gives its lines, and fails by raising."""

import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from PySide6.QtGui import QFont, QImage, QRawFont

from viewer.app.forgetting import kept_words
from viewer.app.self_check.copy_at_work import CopyAtWork
from viewer.app.self_check.result import Level, Result
from viewer.base.normalise import normalise
from viewer.loading.catalogue import LANGUAGES, load_catalogue
from viewer.loading.signing.trust import trusted_keys
from viewer.loading.verifying import verify
from viewer.model.verification import Standing
from viewer.state.pages.plain_text import page_to_text
from viewer.state.pages.reader import Reader
from viewer.state.pages.source import source_page
from viewer.state.selection import OpenSource
from viewer.state.verification_text import verification_lines
from viewer.ui.theme.fonts import load_fonts
from viewer.ui.theme.typography import INTERFACE

LETTERS = "Aé«پچژگیک۱۴۰۵»"
NETWORK_PARTS = ("socket", "_socket", "ssl", "_ssl", "http", "asyncio", "ftplib", "PySide6.QtNetwork")
_SHORTEST_WORD = 4
_FEWEST_COLOURS = 16
"""A window with a timeline and texts in it has more colours than an empty one."""
_SAMPLE = (64, 40)


def messages(copy: CopyAtWork) -> Iterator[Result]:
    """Both languages have the same messages."""
    keys: list[set[str]] = [set(load_catalogue(language).entries) for language in LANGUAGES]
    missing = keys[0] ^ keys[1]
    say = copy.catalogue.say
    if missing:
        yield Result(Level.BAD, say("self_check.messages.bad", keys=", ".join(sorted(missing)[:5])))
    else:
        yield Result(Level.GOOD, say("self_check.messages.done", n=len(keys[0])))


def fonts(copy: CopyAtWork) -> Iterator[Result]:
    """The bundled fonts are loaded and have the letters of both scripts."""
    _ = copy.app
    families = load_fonts()
    font = QRawFont.fromFont(QFont(INTERFACE))
    level = Level.GOOD if all(font.supportsCharacter(ord(letter)) for letter in LETTERS) else Level.BAD
    key = "done" if level is Level.GOOD else "bad"
    listed = copy.catalogue.listing(families)
    yield Result(level, copy.catalogue.say(f"self_check.fonts.{key}", families=listed))


def opening(copy: CopyAtWork) -> Iterator[Result]:
    """The bundled collection opens."""
    say, opened = copy.catalogue.say, copy.opened
    title = opened.edition.library.about.title.pick(copy.catalogue.language).text
    yield Result(Level.GOOD, say("self_check.opening.done", title=title, n=len(opened.edition.columns)))
    yield Result(Level.NOTE, say(f"self_check.opening.{'compiled' if opened.from_cache else 'slow'}"))


def painting(copy: CopyAtWork) -> Iterator[Result]:
    """The window is painted in each language, with something in it."""
    for language in LANGUAGES:
        built = copy.window(language)
        image = built.window.grab().toImage()
        painted = _colours(image) >= _FEWEST_COLOURS
        built.window.close()
        named = copy.catalogue.say(f"self_check.language.{language}")
        key = "done" if painted else "bad"
        words = copy.catalogue.say(f"self_check.painting.{key}", language=named)
        yield Result(Level.GOOD if painted else Level.BAD, words)


def source(copy: CopyAtWork) -> Iterator[Result]:
    """A source of the collection opens on its page."""
    session = copy.session(copy.catalogue.language)
    name, found = next(iter(session.edition.library.sources.items()))
    reader = Reader(session.edition, session.catalogue, session.state)
    page = source_page(reader, OpenSource(name))
    title = found.title.pick(session.language).text
    shown = page is not None and title in page_to_text(page)
    key = "done" if shown else "bad"
    words = copy.catalogue.say(f"self_check.source.{key}", title=title)
    yield Result(Level.GOOD if shown else Level.BAD, words)


def search(copy: CopyAtWork) -> Iterator[Result]:
    """A word of a headline in each script finds the event."""
    edition = copy.opened.edition
    for language in LANGUAGES:
        word = _word(edition.title(0, language).text)
        found = len(edition.search(word))
        key = "done" if found else "bad"
        words = copy.catalogue.say(f"self_check.search.{key}", word=word, n=found)
        yield Result(Level.GOOD if found else Level.BAD, words)


def verifying(copy: CopyAtWork) -> Iterator[Result]:
    """The collection is as it was when it left its makers."""
    found = verify(copy.place, trusted=trusted_keys())
    level = {Standing.CHANGED: Level.BAD, Standing.UNKNOWN: Level.NOTE}.get(found.standing, Level.GOOD)
    for line in verification_lines(found, copy.place.name, copy.catalogue):
        yield Result(level, line.strip())
        level = Level.BAD if level is Level.BAD else Level.NOTE


def keeping(copy: CopyAtWork) -> Iterator[Result]:
    """Say what is kept, and where."""
    yield Result(Level.NOTE, kept_words(copy.catalogue, copy.traces))


def network(copy: CopyAtWork) -> Iterator[Result]:
    """A packaged copy has no part that could open a connection."""
    if not getattr(sys, "frozen", False):
        yield Result(Level.NOTE, copy.catalogue.say("self_check.network.source"))
        return
    present = [name for name in NETWORK_PARTS if find_spec(name) is not None]
    key = "bad" if present else "done"
    words = copy.catalogue.say(f"self_check.network.{key}", names=", ".join(present))
    yield Result(Level.BAD if present else Level.GOOD, words)


CHECKS: tuple[tuple[str, Callable[[CopyAtWork], Iterator[Result]]], ...] = (
    ("messages", messages),
    ("fonts", fonts),
    ("opening", opening),
    ("painting", painting),
    ("source", source),
    ("search", search),
    ("verifying", verifying),
    ("keeping", keeping),
    ("network", network),
)


def _colours(image: QImage) -> int:
    """Count the colours at points spread over an image."""
    across, down = _SAMPLE
    points = (
        (image.width() * x // across, image.height() * y // down) for x in range(across) for y in range(down)
    )
    return len({image.pixel(x, y) for x, y in points})


def _word(title: str) -> str:
    """Return a word of a headline that is long enough to be searched for."""
    words = [word for word in normalise(title).split() if word.isalpha()]
    return next((word for word in words if len(word) >= _SHORTEST_WORD), words[0])
