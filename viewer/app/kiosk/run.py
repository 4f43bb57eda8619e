"""Start the exhibition: this process becomes the supervisor, and everything visible is its child."""

import sys
from collections.abc import Sequence
from pathlib import Path

from viewer.app.kiosk.supervisor import Supervisor
from viewer.base.messages import Catalogue


def run_kiosk(
    venue: Path | None, collection: Path | None, catalogue: Catalogue, *, no_trace: bool = False
) -> int:
    """Keep the exhibition on the screen; returns when staff left it or the system asked for an end."""

    def tell(key: str, **params: object) -> None:
        sys.stderr.write(catalogue.say(key, **params) + "\n")
        sys.stderr.flush()

    command = exhibit_command(venue, collection, catalogue.language)
    return Supervisor([*command, *(["--no-trace"] if no_trace else [])], tell).run()


def exhibit_command(venue: Path | None, collection: Path | None, language: str) -> Sequence[str]:
    """Return the command that starts a viewer below the supervisor."""
    frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if frozen else [sys.executable, "-m", "viewer"]
    options = [("--venue", venue), ("--collection", collection)]
    named = [word for name, path in options if path for word in (name, str(path.absolute()))]
    return [*program, "exhibit", *named, "--language", language]
