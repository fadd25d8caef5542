"""Text dumps beside the golden pairs."""

import io

import pytest

from indexer.inputs.input import Input, Origin
from indexer.inputs.result import Refusal
from indexer.readers.text.dump import article, first_line, published_on, split_header


def source(**known: object) -> Input:
    return Input(Origin("a.txt"), io.BufferedReader(io.BytesIO(b"")), **known)  # type: ignore[arg-type]


def test_the_text_is_all_of_it() -> None:
    text = "Title: A gate\nSource: Herald\nDate: 2023-07-17\n\nBaku denied it.\n"
    found = article(text, source())
    assert (found.text, found.title, str(found.published_on)) == (text, "A gate", "2023-07-17")
    assert found.source
    assert found.source.name == "Herald"


def test_what_a_link_tells_counts_less() -> None:
    told = source(url="https://a.example/1", told={"title": "Told", "source": "Told"})
    found = article("Headline\n\nBaku denied it.", told)
    assert (found.title, found.url) == ("Headline", "https://a.example/1")
    assert found.source
    assert found.source.name == "Told"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["", "Headline", "", "Body."], "Headline"),
        (["Headline", "goes on", "", "Body."], ""),
        (["a" * 251, ""], ""),
        ([""], ""),
    ],
)
def test_a_headline_is_a_paragraph_of_one_line(lines: list[str], title: str) -> None:
    assert first_line(lines) == title


def test_a_header_ends_at_the_first_line_that_is_none() -> None:
    header, body = split_header(
        ["", "URL: https://a.example/1", "Link: https://a.example/2", "Byline: A", "He said: no"]
    )
    assert header == {"url": "https://a.example/1"}
    assert body == ["He said: no"]


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ({"categories": "World, 2023"}, "2023"),
        ({"categories": "2022, 2023"}, None),
        ({"date": "2023-07"}, "2023-07"),
        ({}, None),
    ],
)
def test_a_year_is_taken_from_the_categories_where_it_is_one(header: dict[str, str], day: str | None) -> None:
    found = published_on(header)
    assert (str(found) if found else None) == day


@pytest.mark.parametrize(("text", "reason"), [("<html>", "is markup"), ("Date: never\n\nA text.", "Date: ")])
def test_what_is_none_says_why(text: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        article(text, source())
