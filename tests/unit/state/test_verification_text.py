import pytest

from viewer.loading.catalogue import load_catalogue
from viewer.model.verification import Fault, FaultKind, Signer, Standing, Verification
from viewer.state.verification_text import badge_words, fault_line, verification_lines

KEY = "2CCDD3EFEFC5C0A5"
EN = load_catalogue("en")


def lines(found: Verification) -> list[str]:
    return list(verification_lines(found, "a.sanad", EN))


def test_a_whole_edition_says_what_that_can_show() -> None:
    told = lines(Verification(Standing.VERIFIED, files=3, octets=1200, seconds=0.256))
    assert told[0] == "a.sanad: verified. Every file is as its manifests say."
    assert told[1].startswith("Manifests show damage, not forgery")
    assert told[-1] == "3 files, 1,200 bytes, 0.26 s"


def test_a_signed_edition_names_its_signer() -> None:
    found = Verification(Standing.SIGNED, signer=Signer(KEY, "The archive", "collection:x\tversion:1"))
    assert lines(found) == [
        "a.sanad: verified, and signed by The archive.",
        "What the signer says: collection:x · version:1",
    ]
    assert badge_words(found, EN) == "signed by The archive"


def test_a_signature_by_an_unknown_key_is_not_called_signed() -> None:
    found = Verification(Standing.VERIFIED, signer=Signer(KEY))
    assert badge_words(found, EN) == "verified"
    assert f"the key {KEY}, which is not known here" in lines(found)[1]


def test_a_changed_edition_never_looks_signed() -> None:
    faults = (
        Fault("data/a.yaml", FaultKind.CHANGED, "manifest-sha256.txt"),
        Fault("data/a.yaml", FaultKind.CONTAINER),
    )
    found = Verification(Standing.CHANGED, faults, Signer(KEY, "The archive", "x"))
    assert badge_words(found, EN) == "changed"
    told = lines(found)
    assert told[0] == "a.sanad: changed. 1 file is not as it was sealed:"
    assert told[1] == "  data/a.yaml: changed; it is not as manifest-sha256.txt says"
    assert not any("signed by" in line for line in told)


def test_what_cannot_be_read_is_not_called_changed() -> None:
    found = Verification(
        Standing.CHANGED, (Fault("a.sanad", FaultKind.REFUSED, "a.sanad", "truncated", 1500),)
    )
    assert lines(found) == [
        "a.sanad: cannot be verified, because it is damaged or no edition:",
        "  the file breaks off after 1500 bytes; copy it again",
    ]


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("kind", FaultKind)
def test_every_fault_has_words(kind: FaultKind, language: str) -> None:
    line = fault_line(Fault("the-file", kind, "the-witness", "broken", 5), load_catalogue(language))
    assert "the-file" in line
    assert "{" not in line
    assert ("the-witness" in line) == (kind in (FaultKind.CHANGED, FaultKind.MISSING, FaultKind.ADDED))


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_has_words_in_both_languages(standing: Standing) -> None:
    found = Verification(standing, (), Signer(KEY, "x"), key="abc")
    for language in ("en", "fa"):
        catalogue = load_catalogue(language)
        assert badge_words(found, catalogue)
        assert "a.sanad" in next(verification_lines(found, "a.sanad", catalogue))
