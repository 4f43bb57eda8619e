"""What a compiled edition says of itself beside its parts."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from viewer.loading.compiled.parts import Parts, get_json, put_json
from viewer.model.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Facts:
    """Small things that are wanted at once on opening."""

    languages: tuple[str, ...]
    """Languages of the collection; a text without a language is in the first."""
    title_languages: tuple[str, ...]
    """Languages in which any event has a title."""
    counts: Mapping[str, int]
    """Number of entries by kind."""
    untranslated: Mapping[str, int]
    """How many texts lack each language."""
    problems: tuple[Problem, ...] = ()
    """What was found wrong when the edition was built."""

    def write(self, parts: Parts) -> None:
        """Keep the facts as a part."""
        put_json(parts, "facts", {**asdict(self), "problems": [asdict(one) for one in self.problems]})

    @classmethod
    def read(cls, parts: Parts) -> "Facts":
        """Return the facts of an edition."""
        stored = get_json(parts, "facts")
        return cls(
            languages=tuple(stored["languages"]),
            title_languages=tuple(stored["title_languages"]),
            counts=stored["counts"],
            untranslated=stored["untranslated"],
            problems=tuple(
                Problem(**{**one, "severity": Severity(one["severity"])}) for one in stored["problems"]
            ),
        )
