"""Say why a document cannot be shown."""


class DocumentError(Exception):
    """A document cannot be shown; `code` is the key below `document.problem.` in the messages."""

    def __init__(self, code: str, **params: str) -> None:
        """Name the message and fill its gaps."""
        super().__init__(code, params)
        self.code = code
        self.params = params
