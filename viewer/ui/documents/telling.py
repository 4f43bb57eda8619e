"""Put into words what there is to say about the document that is shown, and offer what can be done."""

from collections.abc import Callable

from viewer.base.bidi import ltr
from viewer.base.places import settings_folder
from viewer.loading.documents.fault import DocumentError
from viewer.loading.documents.loaded import Loaded, Searchable, Standing
from viewer.state.documents import Slot, cited_places, current_place
from viewer.ui.context import Context
from viewer.ui.documents.notice import DocumentNotice, Offer
from viewer.ui.documents.saying import fault_words, is_located, spot_words


class Teller:
    """Fills the notice above a document."""

    def __init__(self, context: Context, notice: DocumentNotice) -> None:
        """Take the notice."""
        self._context, self._notice = context, notice
        self._only_now: set[str] = set()
        """Paths of copies that the reader does not want remembered; asked once."""
        self._fault: tuple[Slot, DocumentError] | None = None
        self._again: Callable[[], None] = self.silent

    def silent(self) -> None:
        """Say nothing while a document is opened."""
        self._fault = None
        self._notice.tell(())

    def aside(self, fault: DocumentError) -> None:
        """Say what is wrong with a part of a document, of which the rest is shown."""
        self._notice.tell((fault_words(self._context.session.catalogue, fault),), warning=True)

    def fault(self, slot: Slot, fault: DocumentError) -> None:
        """Say why a document cannot be shown."""
        self._fault = (slot, fault)
        say = self._context.say
        if slot.copy is None:
            self._notice.tell((fault_words(self._context.session.catalogue, fault),), warning=True)
            return
        gone = fault.code == "absent"
        words = say("document.gone", path=ltr(slot.copy.path)) if gone else ""
        words = words or fault_words(self._context.session.catalogue, fault)
        offers = (self._offer("attach_again", "document.attach"), self._offer("forget", "document.forget"))
        self._notice.tell((words,), self._allowed(*offers), warning=True)

    def tell(self, slot: Slot, loaded: Loaded | None, found: Searchable | None) -> None:
        """Say whose file it is, how it stands to the editors', and how many passages were located."""
        self._again = lambda: self.tell(slot, loaded, found)
        if self._fault and self._fault[0].number == slot.number and loaded is None:
            self.fault(*self._fault)
            return
        if slot.copy is None and not slot.is_bundled:
            attach = self._allowed(self._offer("attach", "document.attach"))
            self._notice.tell((self._context.say("document.not_attached"),), attach)
        elif loaded:
            self._tell_loaded(slot, loaded, found)

    def _tell_loaded(self, slot: Slot, loaded: Loaded, found: Searchable | None) -> None:
        say = self._context.say
        other = loaded.standing is Standing.OTHER
        whose = say(f"document.{loaded.standing}") if slot.copy or other else ""
        changed = say("document.changed_file") if loaded.changed else ""
        sentences = [whose, changed, self._located(found), self._here(found)]
        offers: tuple[Offer, ...] = ()
        if slot.copy:
            question, offers = self._remembering(slot)
            sentences.append(question)
        self._notice.tell(sentences, offers, warning=other or loaded.changed)

    def _located(self, found: Searchable | None) -> str:
        """Say how many of the passages that name a place were found."""
        places = cited_places(self._context.session)
        if found is None or len(found.spots) != len(places):
            return ""
        named = [spot for place, spot in zip(places, found.spots, strict=True) if place.selectors]
        count = sum(map(is_located, named))
        catalogue = self._context.session.catalogue
        return catalogue.count("document.located", count, total=len(named)) if named else ""

    def _here(self, found: Searchable | None) -> str:
        """Say how the passage stands at which the reader is."""
        session = self._context.session
        current, places = current_place(session), cited_places(session)
        if found is None or current is None or len(found.spots) != len(places):
            return ""
        state = spot_words(session.catalogue, found.spots[current])
        return self._context.say("document.here", state=state)

    def _remembering(self, slot: Slot) -> tuple[str, tuple[Offer, ...]]:
        """Ask once whether a copy may be remembered."""
        copy = slot.copy
        forget = self._offer("forget", "document.forget")
        if copy is None or copy.remembered or copy.path in self._only_now or not copy.sha256:
            return "", ()
        question = self._context.say("document.remember_question", folder=ltr(str(settings_folder())))

        def only_now() -> None:
            self._only_now.add(copy.path)
            self._again()

        remember = self._offer("remember", "document.remember")
        return question, self._allowed(
            remember, Offer(self._context.say("document.only_now"), only_now), forget
        )

    def _offer(self, key: str, command: str) -> Offer:
        return Offer(self._context.say(f"document.{key}"), lambda: self._context.run(command))

    def _allowed(self, *offers: Offer) -> tuple[Offer, ...]:
        """Return the offers where a reader may attach files; in an exhibition there are none."""
        return () if self._context.kiosk else offers
