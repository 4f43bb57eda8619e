"""Refuse zips that could do harm or cannot be read, and say which member is at fault."""


class ZipRefusedError(Exception):
    """A file is no edition that can be opened safely."""

    def __init__(self, code: str, member: str = "", at: int | None = None) -> None:
        super().__init__(f"{code} {member}".rstrip())
        self.code = code
        """Key of the reason below `edition.refused.`."""
        self.member = member
        """Name of the member at fault; empty when it is the file as a whole."""
        self.at = at
        """Octet of the file at which the fault stands, where that is known."""
