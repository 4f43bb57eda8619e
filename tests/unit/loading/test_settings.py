from pathlib import Path

import pytest

from viewer.loading.settings import FILE_NAME, Settings, load_settings, save_settings

CHOSEN = Settings(
    language="fa",
    theme="dark",
    time="right-to-left",
    text_scale=1.5,
    calendars=("gregorian", "islamic"),
    reduced_motion=True,
    shares={"columns": (640, 500)},
)


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    save_settings(tmp_path / "kept", CHOSEN)
    assert load_settings(tmp_path / "kept") == CHOSEN


def test_what_is_there_already_is_not_written_again(tmp_path: Path) -> None:
    save_settings(tmp_path, CHOSEN)
    file = tmp_path / FILE_NAME
    file.chmod(0o444)
    before = file.stat().st_ino
    save_settings(tmp_path, CHOSEN)
    assert file.stat().st_ino == before


def test_nothing_is_chosen_without_a_file(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '"x"',
        "[" * 5000,
        "\xff",
        '{"language": 1, "theme": [], "text_scale": "big", "calendars": 3, "shares": [], "low_reach": 1}',
        '{"text_scale": 900, "language": "' + "x" * 60 + '"}',
        '{"text_scale": true, "shares": {"columns": [0], "rows": [5000], "tabs": [true], "pages": []}}',
        '{"text_scale": NaN}',
    ],
)
def test_what_makes_no_sense_counts_as_not_chosen(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_bytes(text.encode("latin-1"))
    assert load_settings(tmp_path) == Settings()


def test_a_part_that_makes_sense_is_taken(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"language": "fa", "theme": 7, "new": 1}')
    assert load_settings(tmp_path) == Settings(language="fa")


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"language": "fa", "x": "' + "y" * 1_000_000 + '"}')
    assert load_settings(tmp_path) == Settings()
