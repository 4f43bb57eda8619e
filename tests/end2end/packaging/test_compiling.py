"""What a package brings compiled is what Python would have made of it."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a program, with what is compiled for it."""
    program = tmp_path_factory.mktemp("program")
    place = program / "resources"
    place.mkdir()
    command = [sys.executable, "-m", "resources.packaging.compiling", str(place)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "1"}, check=True)
    return program


RUN = """
import runpy, sys
sys._MEIPASS = sys.argv[1]
hook = runpy.run_path(sys.argv[2])
assert len(hook["METHODS"]) > 500 and len(hook["PATTERNS"]) > 30
for text, code in hook["METHODS"].items():
    assert code == compile(text, "<string>", "exec"), text
for (pattern, flags) in hook["PATTERNS"]:
    assert hook["compile_pattern"](pattern, flags) == hook["_compile_anew"](pattern, flags), pattern
import re
assert re.compile("a (pattern) nobody knew", re.IGNORECASE).fullmatch("A PATTERN nobody knew")[1] == "PATTERN"
from viewer.model.text import Text
assert Text({"en": "a"}) == Text({"en": "a"}) and repr(Text({})) == "Text(values={})"
print("the same")
"""


def test_it_is_what_python_would_make(code: Path) -> None:
    hook = ROOT / "resources" / "packaging" / "start_hook.py"
    run = subprocess.run(
        [sys.executable, "-c", RUN, str(code), str(hook)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout, run.stderr) == ("the same\n", "")


def test_the_modules_of_the_binding_are_whole(code: Path) -> None:
    binding = code / "resources" / "files.dir"
    names = {path.relative_to(binding).as_posix() for path in binding.rglob("*.pyc")}
    assert {"shibokensupport/signature/loader.pyc", "shibokensupport/feature.pyc"} <= names
    assert callable(runpy.run_path(str(binding / "shibokensupport/signature/layout.pyc"))["create_signature"])
