from io import BytesIO
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from viewer.loading.compiled.npy import read_head


def written(array: NDArray[Any]) -> bytes:
    file = BytesIO()
    np.save(file, array)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["<i8", "<i4", "<u2", "|i1", "|b1", "<f4", ">i8"])
@pytest.mark.parametrize("shape", [(0,), (1,), (5,), (3, 4), (0, 3), ()])
def test_heads_are_read_as_numpy_writes_them(kind: str, shape: tuple[int, ...]) -> None:
    array = np.ones(shape, kind)
    file = written(array)
    head = read_head(file[:4096])
    assert (head.dtype, head.shape, head.end) == (array.dtype, array.shape, len(file))
    assert file[head.offset :] == array.tobytes()


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"\x93NUMPY",
        b"\x93NUMPY\x02\x00" + written(np.zeros(3))[8:],
        written(np.zeros(3))[:40],
        written(np.array(["text"])),
        written(np.array([None])),
        written(np.zeros((2, 3), order="F")),
        written(np.zeros(3)).replace(b"(3,)", b"(-3)"),
        written(np.zeros(2, [("a", "i4")])),
    ],
)
def test_other_files_are_refused(file: bytes) -> None:
    with pytest.raises(ValueError, match="not an array"):
        read_head(file)
