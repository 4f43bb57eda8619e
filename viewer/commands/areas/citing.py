"""Commands that cite what is looked at, give sources to other programs, and open views cited elsewhere."""

from viewer.base.bidi import ltr
from viewer.commands.command import DESKTOP, Command, Menu, Outcome, fixed
from viewer.commands.effects import CopyText, Dialog, ExportSources, OpenDialog, PasteView, Tell
from viewer.state.citing.differing import Opening, opening
from viewer.state.citing.edition import short_key
from viewer.state.citing.entries import cite
from viewer.state.citing.export import Form, Scope, sources_in
from viewer.state.citing.style import Style
from viewer.state.citing.subject import open_source_target, subject_of
from viewer.state.citing.view import view_citation
from viewer.state.citing.view_code import CitedView, ViewCodeError, read_view
from viewer.state.pages.reader import Reader
from viewer.state.session import Session


def copy_citation(session: Session, style: str = Style.NOTE) -> Outcome:
    """Copy the citation of what is selected, or of the view where nothing is."""
    target = subject_of(session.state)
    text = cite(_reader(session), target, Style(style)) if target else ""
    return CopyText(text or view_citation(session))


def copy_source(session: Session, style: str = Style.NOTE) -> Outcome:
    """Copy the citation of the open source, at the place that is shown."""
    target = open_source_target(session.state)
    text = cite(_reader(session), target, Style(style)) if target else ""
    return CopyText(text) if text else None


def copy_view(session: Session) -> Outcome:
    """Copy the citation of the view."""
    return CopyText(view_citation(session))


def open_view(session: Session, text: str) -> Outcome:
    """Open the view that a text cites, and say how its edition differs from this one."""
    try:
        cited = read_view(text)
    except ViewCodeError as error:
        return Tell(f"citing.paste.{error.reason}")
    found = opening(cited, session.edition, session.state)
    session.store.apply(lambda _: found.state)
    return _told(session, cited, found)


def export(session: Session, scope: str, form: str) -> Outcome:
    """Write sources into a file for another program."""
    chosen = Scope(scope)
    return ExportSources(chosen, Form(form)) if sources_in(session, chosen) else Tell("citing.export.none")


def has_source(session: Session) -> bool:
    """Allow a command while a source is open."""
    return session.state.source is not None


def _reader(session: Session) -> Reader:
    return Reader(session.edition, session.catalogue, session.state)


def _told(session: Session, cited: CitedView, found: Opening) -> Tell:
    say, digits = session.catalogue.say, session.catalogue.digits
    version = digits(cited.version)
    if not found.same_collection:
        params = (("cited", ltr(cited.collection)), ("version", version))
        return Tell("citing.paste.collection", params)
    if found.same_content:
        return Tell("citing.paste.opened")
    ids = session.catalogue.listing(ltr(name) for name in found.missing)
    outcome = say("citing.paste.missing", ids=ids) if ids else say("citing.paste.all-there")
    if found.same_version:
        return Tell(
            "citing.paste.content",
            (("cited", version), ("digest", short_key(cited.key)), ("outcome", outcome)),
        )
    here = digits(session.edition.library.about.version)
    return Tell("citing.paste.version", (("cited", version), ("here", here), ("outcome", outcome)))


COMMANDS = (
    Command("cite.copy", copy_citation, ("Ctrl+C",), Menu.EVIDENCE, DESKTOP),
    Command("cite.source", copy_source, (), Menu.EVIDENCE, DESKTOP, enabled=has_source),
    Command("cite.view", copy_view, ("Ctrl+Shift+C",), Menu.EVIDENCE, DESKTOP),
    Command("cite.paste", fixed(PasteView()), ("Ctrl+Shift+V",), Menu.EVIDENCE, DESKTOP),
    Command("cite.sheet", fixed(OpenDialog(Dialog.CITE)), ("Ctrl+Shift+K",), Menu.EVIDENCE, DESKTOP),
    Command("cite.open-view", open_view, profiles=DESKTOP, needs=("text",)),
    Command("cite.export", export, profiles=DESKTOP, needs=("scope", "form")),
)
