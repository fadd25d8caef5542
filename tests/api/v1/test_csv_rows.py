import csv
import io
from dataclasses import replace

import pytest

from api.v1.csv_rows import COLUMNS, header, line, note, row
from schemas.statement import FoundStatement
from search.documents.serialization import head
from tests.api.corpus import CORRIDOR, UNDATED


def cells(text: str) -> list[str]:
    assert text.endswith("\r\n")
    (read,) = csv.reader(io.StringIO(text, newline=""))
    return read


def test_a_statement_is_one_row() -> None:
    found = FoundStatement(CORRIDOR.extraction.statements[0], head(CORRIDOR.article))
    names = cells(header().removeprefix("\ufeff"))
    assert dict(zip(names, cells(row(found, "https://here.example/statements/1")), strict=True)) == {
        "id": found.statement.id,
        "text": "the corridor must stay open to every convoy",
        "sentence": "Orhan Demirsoy said that the corridor must stay open to every convoy.",
        "kind": "indirect",
        "wording": "Reported",
        "speaker": "Orhan Demirsoy",
        "speaker_id": "person:orhan-demirsoy:TR",
        "role": "foreign minister",
        "organisation": "",
        "organisation_id": "",
        "speaker_countries": "TR",
        "speaker_country_names": "Türkiye",
        "basis": "name",
        "target": "Anna Petrosjan",
        "target_id": "person:anna-petrosjan:AM",
        "target_countries": "AM",
        "target_country_names": "Armenia",
        "act": "assert",
        "cue": "said",
        "countries": "AM; AZ",
        "country_names": "Armenia; Azerbaijan",
        "territories": "",
        "said_on": "2024-05-08",
        "published_on": "2024-05-10",
        "source": "Lowland Gazette",
        "title": "Friday talks",
        "url": "https://gazette.example/friday-talks",
        "article_id": CORRIDOR.article.id,
        "fingerprint": found.statement.fingerprint,
        "carried_statements": "",
        "carried_outlets": "",
        "address": "https://here.example/statements/1",
    }


def test_what_is_not_known_is_empty() -> None:
    found = FoundStatement(UNDATED.extraction.statements[0], head(UNDATED.article))
    read = dict(zip(COLUMNS, cells(row(found, "")), strict=False))
    assert (read["said_on"], read["published_on"], read["source"], read["url"]) == ("", "", "", "")


def test_an_organisation_has_one_id_by_whatever_name() -> None:
    statement = CORRIDOR.extraction.statements[0]
    assert statement.speaker is not None
    for name in ("ICRC", "International Committee of the Red Cross"):
        speaker = replace(statement.speaker, organisation=name, countries=())
        found = FoundStatement(replace(statement, speaker=speaker), head(CORRIDOR.article))
        read = dict(zip(COLUMNS, cells(row(found, "")), strict=False))
        assert (read["organisation"], read["organisation_id"]) == (name, "body:international-committee-of-red-cross")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_cell_is_a_formula(begin: str) -> None:
    assert cells(line([f"{begin}1+1", "plain"])) == [f"'{begin}1+1", "plain"]


@pytest.mark.parametrize("text", ["a=b", "3 - 2", 'He said "no", twice', "two\nlines", "Ørjan Bülbüloğlu"])
def test_other_cells_are_as_they_are(text: str) -> None:
    assert cells(line([text, ""])) == [text, ""]


def test_a_note_has_as_many_cells_as_a_row() -> None:
    assert len(cells(note("INCOMPLETE"))) == len(cells(header()))
