"""Say how a document and its cited places stand, in the reader's language."""

from viewer.base.messages import Catalogue
from viewer.loading.documents.fault import DocumentError
from viewer.loading.documents.pages import Spot
from viewer.model.matching.match import Certainty, Match
from viewer.state.documents import CitedPlace


def fault_words(catalogue: Catalogue, fault: DocumentError) -> str:
    """Say why a document cannot be shown."""
    gaps = {name: catalogue.digits(text) if text.isdigit() else text for name, text in fault.params.items()}
    reason = catalogue.say(f"document.problem.{fault.code}", **gaps)
    return catalogue.say("document.cannot.show", reason=reason)


def place_words(catalogue: Catalogue, place: CitedPlace, spot: Spot | None) -> str:
    """Say how one cited place stands, after its label; `spot` is None before it was looked up."""
    label = place.label or catalogue.say("document.passage")
    if spot is None:
        return label
    return catalogue.say("document.row", label=label, state=spot_words(catalogue, spot))


def spot_words(catalogue: Catalogue, spot: Spot) -> str:
    """Say how sure a place is."""
    if spot.match:
        return _match_words(catalogue, spot.match)
    if spot.boxes:
        return catalogue.say("document.state.region")
    if spot.page:
        return catalogue.say("document.state.page", page=catalogue.digits(str(spot.page)))
    return catalogue.say("document.state.unplaced")


def is_located(spot: Spot) -> bool:
    """Tell whether the reader can be led to a place."""
    return spot.match.is_found if spot.match else spot.page is not None


def _match_words(catalogue: Catalogue, match: Match) -> str:
    if match.certainty is Certainty.SAME and match.places > 1:
        return catalogue.say("document.state.several", places=match.places)
    return catalogue.say(f"document.state.{match.certainty}", percent=match.percent)
