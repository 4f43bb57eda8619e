"""Fetch the documents that travel with a collection, whether it is a folder, a file or an edition."""

from pathlib import Path

from viewer.loading.documents.fault import DocumentError
from viewer.loading.documents.reading import LARGEST_FILE, read_file
from viewer.loading.edition_zip.edition_zip import COLLECTION, EditionZip
from viewer.loading.edition_zip.recognising import is_edition_file
from viewer.loading.edition_zip.refusals import ZipRefusedError
from viewer.loading.files import base_of, document_path


def bundled_document(collection: Path, path: str) -> bytes:
    """Return the bytes of a document by its path below the collection; raises DocumentError."""
    if is_edition_file(collection):
        return _from_edition(collection, path)
    whole = document_path(base_of(collection), path)
    if whole is None:
        raise DocumentError("absent")
    return read_file(whole)


def _from_edition(edition: Path, path: str) -> bytes:
    try:
        opened = EditionZip(edition)
        size = opened.sizes()[COLLECTION + path]
        if size > LARGEST_FILE:
            raise DocumentError("large-file", size=str(size >> 20), most=str(LARGEST_FILE >> 20))
        return opened.read(COLLECTION + path)
    except KeyError as error:
        raise DocumentError("absent") from error
    except (OSError, ZipRefusedError) as error:
        raise DocumentError("unreadable") from error
