"""Small collections for tests, written as a curator would write them."""

from collections.abc import Mapping
from pathlib import Path

from viewer.loading.collection_files import Read, read_collection
from viewer.loading.report import FileReport, Report

HEAD = """\
sanad: 1
id: sample
title: {en: Sample, fa: نمونه}
languages: [en, fa]
tracks:
  - id: order
    label: {en: Orders, fa: دستورها}
    colour: order
    categories: [{id: order, label: {en: Order, fa: دستور}}]
warnings: [{id: execution, label: {en: Execution, fa: اعدام}}]
"""
SOURCES = """\
sources:
  - id: S1
    title: A report
    type: report
    digest:
      - {id: p1, label: "§1", text: What it says}
"""
EVENTS = """\
events:
  - id: E1
    title: {en: An order, fa: یک دستور}
    date: 1988-07-28~
    category: order
    text: {text: Something was ordered, cites: [S1]}
    citations: [S1]
"""


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder and return it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def write_sample(folder: Path, **files: str | bytes) -> Path:
    """Write a sound collection of one event and one source; a file given by its stem replaces or adds one."""
    sample: dict[str, str | bytes] = {"collection": HEAD, "sources": SOURCES, "events": EVENTS}
    return write_files(folder, {f"{stem}.yaml": content for stem, content in {**sample, **files}.items()})


def read_sample(folder: Path, **files: str | bytes) -> Read:
    """Write and read a sample collection."""
    return read_collection(write_sample(folder, **files))


def file_report(name: str = "some.yaml") -> FileReport:
    """Return an empty report of one file."""
    return FileReport(name, Report())
