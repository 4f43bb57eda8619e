"""Hold files by name, some in memory and some where they lie."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import BinaryIO


class PayloadFiles:
    """Files by name, some in memory and some where they lie."""

    def __init__(self, contents: Mapping[str, bytes | Path]) -> None:
        self.contents = contents

    def sizes(self) -> dict[str, int]:
        """Return the size of each file."""
        return {name: _size(content) for name, content in self.contents.items()}

    def open(self, name: str) -> BinaryIO:
        """Open a file for reading."""
        content = self.contents[name]
        return content.open("rb") if isinstance(content, Path) else BytesIO(content)

    def joined(self, others: "PayloadFiles") -> "PayloadFiles":
        """Return these files and others."""
        return PayloadFiles({**self.contents, **others.contents})


def _size(content: bytes | Path) -> int:
    return content.stat().st_size if isinstance(content, Path) else len(content)
