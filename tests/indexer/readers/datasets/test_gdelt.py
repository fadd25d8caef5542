import io
import json

import pytest

from indexer.inputs.input import Input, Origin
from indexer.inputs.result import Loaded, Reading, Refused
from indexer.interchange.statements import load
from indexer.readers.datasets.gdelt import READER, read

QUOTE = {"pre": "Ana Novak said ", "quote": "We agree.", "post": " and left"}


def reading(**document: object) -> Reading:
    data = json.dumps({"url": "https://a.example/1", "quotes": [QUOTE], **document}).encode()
    (found,) = read(Input(Origin("graph"), io.BufferedReader(io.BytesIO(data))))
    return found


def test_its_quotations_are_the_statements_and_nobodys() -> None:
    found = reading(lang="ENGLISH", quotes=[QUOTE, {"quote": "No."}])
    assert isinstance(found, Loaded)
    assert found.article.source is not None
    assert found.article.source.name == "a.example"
    assert found.article.text == "Ana Novak said\n\nWe agree.\n\nand left\n\nNo."
    assert found.given is not None
    statements = load(found.article, found.given).statements
    assert [(statement.text, statement.speaker, statement.cue, statement.kind.value) for statement in statements] == [
        ("We agree.", None, None, "direct"),
        ("No.", None, None, "direct"),
    ]


@pytest.mark.parametrize(
    ("lang", "code"),
    [("ENGLISH", "en"), ("Chinese", "zh"), ("russian", "ru"), ("fr", "fr"), ("Norwegian", "no"), (None, None)],
)
def test_languages_come_as_names_or_codes(lang: str | None, code: str | None) -> None:
    found = reading(lang=lang)
    assert isinstance(found, Loaded)
    assert found.article.language == code


def test_a_language_that_is_not_known_is_refused_by_name() -> None:
    found = reading(lang="Englsh")
    assert isinstance(found, Refused)
    assert found.reason == "lang: 'Englsh' is no language that is known; is it english?"


@pytest.mark.parametrize("date", ["2023-07-17T12:00:00Z", "20230717120000", "2023-07-17"])
def test_dates_come_in_several_ways(date: str) -> None:
    found = reading(date=date)
    assert isinstance(found, Loaded)
    assert str(found.article.published_on) == "2023-07-17"


@pytest.mark.parametrize("quotes", [None, [], "x", [1], [{"quote": 1}], [{"quote": ""}], [{"pre": "a"}]])
def test_what_has_no_quotations_is_refused(quotes: object) -> None:
    found = reading(quotes=quotes)
    assert isinstance(found, Refused)
    assert found.reason.startswith("quotes")


@pytest.mark.parametrize(
    ("line", "recognised"),
    [
        ({"date": "x", "quotes": [QUOTE]}, True),
        ({"quotes": [{"quote": "a"}]}, True),
        ({"text": "A text.", "quotes": ["a"]}, False),
        ({"text": "A text."}, False),
    ],
)
def test_it_is_recognised_by_its_quotations(line: object, recognised: bool) -> None:
    assert READER.recognises(json.dumps(line).encode()) == recognised
