"""Hold the files of sources against their paths and hashes."""

from hashlib import file_digest
from pathlib import Path

from viewer.loading.check.paths import place_at
from viewer.loading.decode.context import BAD, Entry
from viewer.loading.files import document_path
from viewer.loading.gathering import Gathered
from viewer.loading.report import FileReport
from viewer.model.source import Document, Source


def check_documents(gathered: Gathered, folder: Path) -> None:
    """Report documents that lie outside the folder, are absent, or are not the file that was hashed."""
    for entry in gathered.of("sources"):
        if isinstance(entry.value, Source):
            _check_source(entry, entry.value, folder, FileReport(entry.file, gathered.report))


def _check_source(entry: Entry, source: Source, folder: Path, report: FileReport) -> None:
    for index, document in enumerate(source.documents):
        if not document.path:
            continue
        key, code = _fault(document, folder)
        if code:
            report.error(place_at(entry, "documents", index, key), code, value=document.path)
            entry.value = BAD


def _fault(document: Document, folder: Path) -> tuple[str, str]:
    """Return the key and the code of what is wrong with a document; empty when nothing is."""
    path = document_path(folder, document.path)
    if path is None:
        return "path", "document-outside"
    if not document.bundled:
        return "", ""
    try:
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
    except OSError:
        return "path", "document-absent"
    return ("", "") if digest == document.sha256 else ("sha256", "document-changed")
