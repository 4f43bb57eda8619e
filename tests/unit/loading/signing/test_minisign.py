"""Hold keys and signatures against the minisign of the system, in both directions."""

import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.loading.signing.keys import (
    KeyFormatError,
    SecretKey,
    is_encrypted,
    new_key,
    read_public,
    read_secret,
    secret_text,
)
from viewer.loading.signing.signatures import SignatureFormatError, is_good, read_signature, sign, sign_file
from viewer.loading.signing.trust import trusted_keys

CONTENT = b"What is signed\n" * 1000
CHEAP = {"operations": 1 << 15, "memory": 1 << 24}


def minisign(*arguments: object, words: str = "") -> str:
    done = subprocess.run(
        ["minisign", *map(str, arguments)], input=words, check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    path = tmp_path / "edition.sanad"
    path.write_bytes(CONTENT)
    return path


def checks(signature: bytes, key: SecretKey, path: Path) -> bool:
    return is_good(read_signature(signature), key.public, lambda: path.open("rb"))


def test_minisign_accepts_what_is_signed_here(signed: Path) -> None:
    key = new_key()
    signed.with_name("edition.sanad.minisig").write_bytes(sign_file(signed, key, "version:1\tشاهد"))
    told = minisign("-V", "-m", signed, "-P", key.public.line())
    assert "Signature and comment signature verified" in told
    assert "Trusted comment: version:1\tشاهد" in told
    pub = signed.with_name("key.pub")
    pub.write_text(key.public.text())
    minisign("-V", "-m", signed, "-p", pub)


@pytest.mark.parametrize("form", [(), ("-l",)], ids=["hashed", "legacy"])
def test_what_minisign_signs_is_accepted_here(signed: Path, form: tuple[str, ...]) -> None:
    pub, secret = signed.with_name("k.pub"), signed.with_name("k.key")
    minisign("-G", "-W", "-p", pub, "-s", secret)
    minisign("-S", *form, "-m", signed, "-s", secret, "-t", "a comment")
    signature = read_signature(signed.with_name("edition.sanad.minisig").read_bytes())
    key = read_public(pub.read_text())
    assert signature.hashed is not bool(form)
    assert signature.comment == "a comment"
    assert is_good(signature, key, lambda: signed.open("rb"))
    signed.write_bytes(CONTENT + b".")
    assert not is_good(signature, key, lambda: signed.open("rb"))


def test_a_key_of_minisign_signs_here_as_there(signed: Path) -> None:
    pub, secret = signed.with_name("k.pub"), signed.with_name("k.key")
    minisign("-G", "-W", "-p", pub, "-s", secret)
    minisign("-S", "-m", signed, "-s", secret, "-t", "same")
    key = read_secret(secret.read_text())
    assert key.public == read_public(pub.read_text())
    there = signed.with_name("edition.sanad.minisig").read_text().splitlines()
    here = sign(CONTENT, key, "same").decode().splitlines()
    assert here[1:] == there[1:]


def test_a_key_of_minisign_with_a_password_is_read(tmp_path: Path) -> None:
    pub, secret = tmp_path / "k.pub", tmp_path / "k.key"
    minisign("-G", "-p", pub, "-s", secret, words="گذرواژه\nگذرواژه\n")
    assert is_encrypted(secret.read_text())
    assert read_secret(secret.read_text(), "گذرواژه").public == read_public(pub.read_text())


@pytest.mark.parametrize("password", ["", "a password"])
def test_minisign_signs_with_a_key_made_here(signed: Path, password: str) -> None:
    key, secret = new_key(), signed.with_name("k.key")
    secret.write_text(secret_text(key, password, **CHEAP))
    minisign("-S", "-m", signed, "-s", secret, words=f"{password}\n")
    assert checks(signed.with_name("edition.sanad.minisig").read_bytes(), key, signed)


def test_a_key_with_a_password_needs_that_password() -> None:
    key = new_key()
    text = secret_text(key, "right", **CHEAP)
    assert is_encrypted(text)
    assert read_secret(text, "right") == key
    for wrong in ("wrong", ""):
        with pytest.raises(KeyFormatError) as refused:
            read_secret(text, wrong)
        assert refused.value.code == "password"


def test_a_secret_key_is_never_shown() -> None:
    key = new_key()
    assert key.seed.hex() not in repr(key)
    assert repr(key.seed) not in repr(key)


@given(st.integers(0, 3), st.data())
def test_no_changed_line_passes(line: int, data: st.DataObject) -> None:
    key = SecretKey(b"12345678", bytes(32))
    lines = sign(CONTENT, key, "a comment").decode().splitlines()
    at = data.draw(st.integers(len("trusted comment: ") if line == 2 else 0, len(lines[line]) - 1))
    lines[line] = lines[line][:at] + chr(ord(lines[line][at]) ^ 1) + lines[line][at + 1 :]
    try:
        signature = read_signature("\n".join(lines).encode())
    except SignatureFormatError:
        return
    good = is_good(signature, replace(key.public, number=signature.number), lambda: BytesIO(CONTENT))
    protected_by_nothing = line == 0 or signature.number != key.number
    assert good is protected_by_nothing


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"a\nb\nc\nd\n", b"untrusted comment: x\nRUQ=\ntrusted comment: y\nRUQ=\n"]
)
def test_what_is_no_signature_is_refused(content: bytes) -> None:
    with pytest.raises(SignatureFormatError):
        read_signature(content)


@pytest.mark.parametrize("text", ["", "untrusted comment: x\n", "nonsense", "RWQ=", secret_text(new_key())])
def test_what_is_no_public_key_is_refused(text: str) -> None:
    with pytest.raises(KeyFormatError):
        read_public(text)


def test_a_key_is_named_by_its_comment_or_its_file(tmp_path: Path) -> None:
    key = new_key().public
    usual, own = tmp_path / "museum.pub", tmp_path / "b.pub"
    usual.write_text(key.text())
    own.write_text(replace(key, name="The archive").text())
    names = [one.name for one in trusted_keys([str(usual), str(own), key.line()])]
    assert names[-3:] == ["museum", "The archive", key.id]
