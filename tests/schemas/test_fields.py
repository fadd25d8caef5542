"""The table of fields, and what one more line in it gives."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from schemas.fields import BY_NAME, FIELDS, FILTERS, Value
from schemas.query import Dates

MINISTER = "role:foreign-minister"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def with_role(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What is made of a table with a field of bodies that the real one does not have."""
    command = [sys.executable, "-m", "tests.schemas.one_more_field", str(tmp_path_factory.mktemp("role"))]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=120)
    return json.loads(told.stdout.splitlines()[-1])


def names_and_roles(answer: Any) -> list[tuple[str, str]]:
    return sorted((found["speaker"]["name"], found["speaker"]["role"]) for found in answer["data"])


def test_one_more_line_is_a_filter_and_a_facet(with_role: Any) -> None:
    answer = with_role["filtered"]
    assert names_and_roles(answer) == [("Orhan Demirsoy", "foreign minister")]
    assert answer["applied"]["role"] == ["foreign"]
    rows = [(row["value"], row["label"], row["count"], row["toggle"]) for row in answer["facets"]["role"]]
    assert rows[:2] == [
        ("role:ambassador", "ambassador", 1, "/v1/statements?role=foreign,role:ambassador&facets=role"),
        (
            "role:foreign-minister",
            "foreign minister",
            1,
            "/v1/statements?role=foreign,role:foreign-minister&facets=role",
        ),
    ]


def test_one_more_line_is_a_field_within_the_words(with_role: Any) -> None:
    assert names_and_roles(with_role["within"]) == [
        ("Orhan Demirsoy", "foreign minister"),
        ("Ørjan Bülbüloğlu", "spokesman"),
    ]
    assert with_role["synonym"]["hint"].startswith("did you mean role?")


def test_one_more_line_is_a_list_of_counts(with_role: Any) -> None:
    assert [(row["value"], row["count"]) for row in with_role["listed"]["data"]] == [("role:ambassador", 1)]
    assert with_role["summary"] == "Roles of the speakers, the most frequent first"


def test_one_more_line_is_a_parameter_that_is_described(with_role: Any) -> None:
    (parameter,) = with_role["described"]
    assert (parameter["description"], parameter["example"]) == ("words of the speaker's role", ["ambassador"])
    assert parameter["schema"] == {"type": "array", "items": {"type": "string", "format": "name"}}
    assert with_role["guide"][0] == "| `role` | words of the speaker's role (such as `ambassador`) |"
    assert with_role["guide"][1].startswith("| `facets` | ")


def test_one_more_line_is_in_the_mapping(with_role: Any) -> None:
    assert {name: kind["type"] for name, kind in with_role["mapping"].items()} == {
        "role": "keyword",
        "role_name": "keyword",
        "role_words": "text",
    }


def test_one_more_line_is_a_box_a_chip_and_counts_on_the_page(with_role: Any) -> None:
    page = with_role["page"]
    assert '<label for="role">Office</label>' in page
    assert '<input id="role" name="role" value="ambassador"' in page
    assert 'data-complete="/v1/roles"' in page
    assert '<span class="quiet">Office</span> <bdi>ambassador</bdi>' in page
    assert "<h2>Office</h2>" in page


def test_names_are_unique_and_no_synonym_is_a_name() -> None:
    assert len(BY_NAME) == len(FIELDS)
    synonyms = [synonym for field in FIELDS for synonym in field.synonyms]
    assert len(synonyms) == len(set(synonyms))
    assert not set(synonyms) & BY_NAME.keys()


def test_only_a_choice_has_choices_and_a_date_is_no_filter() -> None:
    assert all(bool(field.choices) == (field.value is Value.CHOICE) for field in FIELDS)
    assert BY_NAME.keys() - FILTERS.keys() == set(Dates)
