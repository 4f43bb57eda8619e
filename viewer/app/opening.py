"""Open a collection and build the session that the window reads."""

from pathlib import Path
from threading import Event

from viewer.app.view_options import ViewOptions, first_state
from viewer.base.places import cache_folder
from viewer.base.progress import Progress
from viewer.base.resources import bundled_collection
from viewer.layout.kept_plan import prepare
from viewer.loading.catalogue import Catalogues
from viewer.loading.opening import Opened, open_collection
from viewer.state.evidence import prepare_evidence
from viewer.state.session import Session
from viewer.state.store import Store


def opened(options: ViewOptions, progress: Progress | None = None, cancel: Event | None = None) -> Opened:
    """Open what was asked for, or the bundled collection. Raises what `open_collection` raises."""
    cache = cache_folder() / "editions"
    found = open_collection(collection_path(options), cache=cache, progress=progress, cancel=cancel)
    if not found.from_cache:
        prepare(found.edition)
        prepare_evidence(found.edition)
    return found


def collection_path(options: ViewOptions) -> Path:
    """Return what is to be opened."""
    return options.collection or bundled_collection()


def session_of(found: Opened, options: ViewOptions) -> Session:
    """Return the session of an opened collection; raises BadOptionError."""
    store = Store(first_state(options, found.edition))
    return Session(found.edition, Catalogues(), store, found.problems, place=collection_path(options))
