import time

import pytest

from indexer.readers.pages.loose_json import LONGEST, documents

TOLD = '{"a": "it // /* , ] is", "b": [1, 2]}'
READ = {"a": "it // /* , ] is", "b": [1, 2]}


@pytest.mark.parametrize(
    "text",
    [
        TOLD,
        f"//<![CDATA[\n{TOLD}\n//]]>",
        f"/* <![CDATA[ */ {TOLD} /* ]]> */",
        f"<![CDATA[{TOLD}]]>",
        f"// <![CDATA[\n{TOLD}\n// ]]&gt;",
        f"<!--\n{TOLD}\n//-->",
        f"\ufeff{TOLD};",
        f"var told = {TOLD};",
        TOLD.replace('"', "&quot;"),
        '{"a": "it // /* , ] is", /* one */ "b": [1, 2,], // two\n}',
        '{"a": "it // /* , ] is",, "b": [1, 2]},',
    ],
)
def test_json_is_read_through_what_pages_put_around_and_into_it(text: str) -> None:
    assert list(documents(text)) == [READ]


def test_several_in_a_row_are_several() -> None:
    assert list(documents('{"a": 1}\n{"a": 2}; [{"a": 3}],')) == [{"a": 1}, {"a": 2}, [{"a": 3}]]


def test_strings_may_hold_line_breaks_and_escapes_that_json_does_not_know() -> None:
    assert list(documents('{"a": "one\ntwo\t\\\'three\\\' \\" \\u00e9"}')) == [{"a": "one\ntwo\t'three' \" é"}]


@pytest.mark.parametrize("text", ["", "null and void", '{"a" "b"}', '{"a": "b', "{a: 'b'}", "<p>Text</p>", "[" * 5_000])
def test_what_is_no_json_gives_nothing(text: str) -> None:
    assert list(documents(text)) == []


@pytest.mark.parametrize("part", ['"\\"', "/*", ",", " , ", "//", '{"a":', "[", "<!--", "a.", '"\\'])
def test_it_takes_time_in_proportion_to_what_is_there(part: str) -> None:
    def seconds(times: int) -> float:
        start = time.perf_counter()
        list(documents("{" + part * times))
        return time.perf_counter() - start

    times = LONGEST // len(part) // 2
    assert seconds(times) < 30 * seconds(times // 10) + 0.5
