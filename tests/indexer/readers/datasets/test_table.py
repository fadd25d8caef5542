import io

import pytest

from indexer.inputs.input import Input, Origin
from indexer.inputs.result import Loaded, Reading, Refused
from indexer.readers.datasets.table import READER, read


def found_in(table: str, suffix: str = ".csv", **columns: str) -> list[Reading]:
    stream = io.BufferedReader(io.BytesIO(table.encode()))
    return list(read(Input(Origin("table"), stream, suffix, columns=columns)))


def test_a_row_is_known_by_the_line_on_which_it_begins() -> None:
    found = found_in('title,text\n\nA,"One.\n\nTwo."\nB\nC,Three.\n')
    assert [reading.origin.line for reading in found] == [3, 6, 7]
    first, short, last = found
    assert isinstance(first, Loaded)
    assert first.article.text == "One.\n\nTwo."
    assert isinstance(short, Refused)
    assert short.reason == "has 1 columns, but the header has 2"
    assert isinstance(last, Loaded)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_header_tells_what_parts_columns(delimiter: str) -> None:
    (loaded,) = found_in(f'title{delimiter}text\nA{delimiter}"One, two; three | four"\n')
    assert isinstance(loaded, Loaded)
    assert loaded.article.text == "One, two; three | four"


def test_a_tsv_is_parted_by_tabs_whatever_else_there_is() -> None:
    (loaded,) = found_in("text\ta, b, c\nOne.\tx\n", ".tsv")
    assert isinstance(loaded, Loaded)


def test_columns_have_the_users_names() -> None:
    (loaded,) = found_in("Headline,Body,text,No\nA,One.,Other.,7\n", title="headline", text="Body", id="No")
    assert isinstance(loaded, Loaded)
    assert (loaded.article.title, loaded.article.text, loaded.key) == ("A", "One.", "7")


def test_a_column_that_is_not_there_is_refused_once_with_the_nearest() -> None:
    (refused,) = found_in("headline,text\nA,One.\nB,Two.\n", title="headlin")
    assert isinstance(refused, Refused)
    assert refused.reason == (
        "has no column headlin, which was to be title (did you mean headline?); it has headline, text"
    )


def test_a_table_without_a_text_says_how_to_name_it() -> None:
    (refused,) = found_in("headline,body\nA,One.\n")
    assert isinstance(refused, Refused)
    assert (
        refused.reason == "has no column text; it has headline, body. If one has another name, say --column text=NAME"
    )


def test_windows_line_ends_stay_within_a_field() -> None:
    (loaded,) = found_in('title,text\r\nA,"One.\r\nTwo."\r\n')
    assert isinstance(loaded, Loaded)
    assert loaded.article.text == "One.\r\nTwo."


@pytest.mark.parametrize("row", ['"A"b,Text', '"A,Text'])
def test_what_is_no_row_is_refused_and_the_rows_before_stay(row: str) -> None:
    loaded, refused = found_in(f"title,text\nA,One.\n{row}\n")
    assert isinstance(loaded, Loaded)
    assert isinstance(refused, Refused)
    assert refused.origin.line == 3


@pytest.mark.parametrize(
    ("head", "recognised"),
    [
        (b"title,text\n", True),
        (b'"Title";"Body";"Date"\n', True),
        (b"Paris, 17 July\n\nThe minister said so.\n", False),
        (b"The title, the text and the date of an article.\n", False),
        (b"text\n", False),
    ],
)
def test_it_is_recognised_by_its_header(head: bytes, recognised: bool) -> None:
    assert READER.recognises(head) == recognised


@pytest.mark.parametrize("tail", [b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\xff\xfeA\0", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_in_the_middle_is_none(tail: bytes) -> None:
    stream = io.BufferedReader(io.BytesIO(b"title,text\nA,One.\n" + tail))
    loaded, refused = read(Input(Origin("table"), stream, ".csv"))
    assert isinstance(loaded, Loaded)
    assert isinstance(refused, Refused)
    assert refused.origin.line == 3


def test_columns_that_are_not_used_are_named() -> None:
    (loaded,) = found_in("Titel,author,Text,,No\nA,B,One.,,7\n", id="No")
    assert isinstance(loaded, Loaded)
    assert loaded.unused == ("Titel", "author")
