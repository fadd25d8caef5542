import pytest
from flask.testing import FlaskClient

from tests.api.corpus import STATEMENTS


def test_countries_by_frequency_with_names(client: FlaskClient) -> None:
    answer = client.get("/v1/countries").json
    assert [(row["value"], row["label"], row["count"]) for row in answer["data"]] == [
        ("UA", "Ukraine", 45),
        ("AM", "Armenia", 4),
        ("AZ", "Azerbaijan", 2),
        ("RU", "Russia", 1),
        ("TR", "Türkiye", 1),
    ]
    assert answer["total"] == {"value": STATEMENTS, "relation": "eq"}
    assert answer["more"] is False


def test_sources_by_frequency_with_names(client: FlaskClient) -> None:
    rows = client.get("/v1/sources").json["data"]
    assert [(row["value"], row["label"], row["count"]) for row in rows] == [
        ("harbour-post", "Harbour Post", 46),
        ("lowland-gazette", "Lowland Gazette", 4),
        ("pixel-u-times-u", "Pixel <u>Times</u>", 2),
    ]


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("q=corridor", ["AM", "AZ", "TR"]),
        ("source=harbour-post&kind=mixed", ["AM"]),
        ("from=2023&to=2023", ["UA", "RU"]),
        ("q=nowhere", []),
    ],
)
def test_countries_are_those_of_what_matches(client: FlaskClient, query: str, values: list[str]) -> None:
    assert [row["value"] for row in client.get(f"/v1/countries?{query}").json["data"]] == values


def test_its_own_filter_keeps_the_other_choices(client: FlaskClient) -> None:
    answer = client.get("/v1/countries?country=TR").json
    assert [row["value"] for row in answer["data"] if row["selected"]] == ["TR"]
    assert len(answer["data"]) == 5
    assert answer["total"]["value"] == 1
    assert answer["data"][0]["toggle"] == "/v1/countries?country=TR,UA"


def test_a_cut_list_says_so(client: FlaskClient) -> None:
    answer = client.get("/v1/sources?limit=2").json
    assert len(answer["data"]) == 2
    assert answer["more"] is True
    assert client.get("/v1/sources?limit=3").json["more"] is False


def test_the_query_is_given_back(client: FlaskClient) -> None:
    applied = client.get("/v1/countries?country=Armenia").json["applied"]
    assert applied["country"] == ["AM"]
    assert "cursor" not in applied
