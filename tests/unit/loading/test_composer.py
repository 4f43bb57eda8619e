from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.collections import file_report
from viewer.loading.yaml.composer import MAX_DEPTH, MAX_SCALAR, compose
from viewer.loading.yaml.nodes import BrokenNode, ListNode, MapNode, Place, TextNode
from viewer.loading.yaml.plain import Plain, node_from_plain, plain_from_node
from viewer.loading.yaml.sound_text import sound_text

_TEXT = """\
نام: "سیب"
list:
  - one
  - {key: two}
block: |
  first
  second
empty:
"""


def _compose(text: str) -> MapNode:
    report = file_report()
    node = compose(text, report)
    assert isinstance(node, MapNode)
    assert not report.report.problems
    return node


def _codes(text: str) -> list[tuple[int, int, str]]:
    report = file_report()
    compose(text, report)
    return [(problem.line, problem.column, problem.code) for problem in report.report.problems]


def test_every_key_and_value_knows_its_place() -> None:
    node = _compose(_TEXT)
    assert node.keys == {"نام": Place(1, 1), "list": Place(2, 1), "block": Place(5, 1), "empty": Place(8, 1)}
    assert node.values["نام"] == TextNode("سیب", 1, 6, '"')
    items = node.values["list"]
    assert isinstance(items, ListNode)
    assert (items.line, items.column) == (3, 3)
    assert items.items[0] == TextNode("one", 3, 5)
    assert items.items[1] == MapNode({"key": TextNode("two", 4, 11)}, 4, 5, {"key": Place(4, 6)})
    assert node.values["block"] == TextNode("first\nsecond\n", 5, 8, "|")


def test_nothing_is_given_a_meaning() -> None:
    node = _compose("{a: no, b: 1988-07-28, c: 012, d: 12:30, e: ~, f: null, g: 1e3, no: yes}")
    assert plain_from_node(node) == {
        "a": "no",
        "b": "1988-07-28",
        "c": "012",
        "d": "12:30",
        "e": "~",
        "f": "null",
        "g": "1e3",
        "no": "yes",
    }


def test_refused_parts_leave_the_rest_and_are_all_reported() -> None:
    text = "a: &x one\nb: *x\nc: !!str two\n<<: {d: e}\na: again\n[f]: g\nh: kept\n"
    report = file_report()
    node = compose(text, report)
    assert isinstance(node, MapNode)
    assert list(node.values) == ["a", "b", "c", "h"]
    assert isinstance(node.values["a"], BrokenNode)
    assert [(p.line, p.column, p.code) for p in report.report.problems] == [
        (1, 4, "anchor"),
        (2, 4, "alias"),
        (3, 4, "tag"),
        (4, 1, "merge-key"),
        (5, 1, "duplicate-key"),
        (6, 1, "complex-key"),
    ]


def test_quoted_signs_are_plain_text() -> None:
    node = _compose('{"<<": a, b: "&x", c: "*x", d: "!!str"}')
    assert plain_from_node(node) == {"<<": "a", "b": "&x", "c": "*x", "d": "!!str"}


def test_bottomless_nesting_ends_at_the_limit() -> None:
    for opening in ("[", "{a: ", "- "):
        assert [code for *_, code in _codes(opening * 100_000)] == ["too-deep"]
    assert _codes("? " * 100_000)[-1] == (1, 2 * MAX_DEPTH + 1, "too-deep")


def test_the_deepest_allowed_nesting_is_read() -> None:
    assert not _codes("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert _codes("[" * (MAX_DEPTH + 1)) == [(1, MAX_DEPTH + 1, "too-deep")]


def test_a_laughing_bomb_stays_small() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 30))]
    codes = _codes("\n".join(lines))
    assert {code for *_, code in codes} == {"anchor", "alias"}


def test_a_text_beyond_all_need_is_refused() -> None:
    assert _codes(f"a: {'x' * (MAX_SCALAR + 1)}") == [(1, 4, "text-too-long")]
    assert not _codes(f"a: {'x' * MAX_SCALAR}")


def test_a_second_document_is_refused_and_not_read() -> None:
    assert _codes("a: b\n---\nc: &x d\n") == [(2, 1, "second-document")]


@settings(max_examples=300)
@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_raise(data: bytes) -> None:
    report = file_report()
    text = sound_text(data, report)
    if text is None or compose(text, report) is None:
        assert report.report.problems


_PIECES = st.sampled_from(
    [*"-:?,[]{}#&*!|>'\"%@` \n\tab0~<", "\n  ", ": ", "- ", "<<: ", "&x ", "*x", "---\n"]
)


@settings(max_examples=300)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_no_yaml_makes_the_reader_raise(text: str) -> None:
    report = file_report()
    if compose(text, report) is None:
        assert report.report.problems


_LEAVES = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_PLAIN: st.SearchStrategy[Plain] = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_LEAVES, inner, max_size=3),
    max_leaves=8,
)


@given(_PLAIN)
def test_plain_values_come_back_as_they_were(plain: Plain) -> None:
    assert plain_from_node(node_from_plain(plain)) == plain


def test_values_of_json_become_text() -> None:
    values = {"a": 1, "b": 2.5, "c": True, "d": None}
    assert plain_from_node(node_from_plain(values)) == {"a": "1", "b": "2.5", "c": "true", "d": ""}
