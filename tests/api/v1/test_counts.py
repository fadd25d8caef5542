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


def test_speakers_and_their_organisations(client: FlaskClient) -> None:
    rows = client.get("/v1/speakers?limit=2").json["data"]
    assert [(row["label"], row["count"]) for row in rows] == [("King, Jr.", 45), ("Anna Petrosjan", 2)]
    assert rows[0]["toggle"] == f"/v1/speakers?speaker_id={rows[0]['value']}"
    (row,) = client.get("/v1/organisations").json["data"]
    assert (row["value"], row["label"], row["count"]) == ("body:united-nations", "United Nations", 1)
    (row,) = client.get("/v1/targets").json["data"]
    assert (row["value"], row["label"], row["count"]) == ("person:anna-petrosjan:AM", "Anna Petrosjan", 1)


@pytest.mark.parametrize(
    ("address", "labels"),
    [
        ("/v1/speakers?prefix=pet", ["Anna Petrosjan"]),
        ("/v1/speakers?prefix=an+petr", ["Anna Petrosjan"]),
        ("/v1/speakers?prefix=BULB", ["Ørjan Bülbüloğlu"]),
        ("/v1/speakers?prefix=etrosjan", []),
        ("/v1/speakers?prefix=pet&country=TR", []),
        ("/v1/organisations?prefix=nat", ["United Nations"]),
        ("/v1/countries?prefix=a", ["Armenia", "Azerbaijan"]),
        ("/v1/countries?prefix=turk", ["Türkiye"]),
        ("/v1/sources?prefix=post", ["Harbour Post"]),
    ],
)
def test_a_prefix_completes_words_of_the_label(client: FlaskClient, address: str, labels: list[str]) -> None:
    assert [row["label"] for row in client.get(address).json["data"]] == labels


def test_a_completion_leads_to_the_search_without_it(client: FlaskClient) -> None:
    answer = client.get("/v1/countries?prefix=a&country=TR&limit=1").json
    assert [(row["value"], row["selected"]) for row in answer["data"]] == [("AM", False)]
    assert answer["data"][0]["toggle"] == "/v1/countries?country=TR,AM"
    assert answer["more"] is True
    assert answer["total"]["value"] == 1


def test_territories_by_every_name_and_what_leads_to_them(client: FlaskClient) -> None:
    rows = client.get("/v1/territories?territory=artsakh").json["data"]
    assert [(row["value"], row["label"], row["count"], row["selected"]) for row in rows] == [
        ("Nagorno-Karabakh", "Nagorno-Karabakh", 1, True),
        ("Upper <b>, Valley", "Upper <b>, Valley", 1, False),
    ]
    assert rows[0]["toggle"] == "/v1/territories"
    (chosen,) = [row for row in client.get(rows[1]["toggle"]).json["data"] if row["value"] == rows[1]["value"]]
    assert chosen["selected"]
