from typing import Any

import pytest
from flask.testing import FlaskClient

from api.queries.addresses import address
from schemas.filters import Filters
from schemas.query import StatementQuery
from tests.api.corpus import BORDER, CORRIDOR, HARVEST, STATEMENTS, UNDATED

ADDRESS = "/v1/statements"


def found(client: FlaskClient, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200, response.text
    return response.json


def ids(client: FlaskClient, query: str) -> list[str]:
    return [statement["id"] for statement in found(client, f"{ADDRESS}?{query}")["data"]]


def key(article: Any, place: int) -> str:
    return f"{article.article.id}-{place:02}"


FIRST, SECOND, THIRD, FOURTH = (key(CORRIDOR, place) for place in range(1, 5))
CLOSED = key(BORDER, 1)
LINE = key(UNDATED, 1)


def test_a_statement_has_the_promised_shape(client: FlaskClient) -> None:
    (statement,) = found(client, f"{ADDRESS}?q=convoy")["data"]
    assert statement == {
        "id": FIRST,
        "kind": "indirect",
        "text": "the corridor must stay open to every convoy",
        "parts": ["the corridor must stay open to every convoy"],
        "spans": [[25, 68]],
        "sentence": {
            "text": "Orhan Demirsoy said that the corridor must stay open to every convoy.",
            "span": [0, 69],
        },
        "speaker": {
            "id": "person:orhan-demirsoy:TR",
            "name": "Orhan Demirsoy",
            "mention": [0, 14],
            "role": "foreign minister",
            "organisation": None,
            "countries": ["TR"],
            "basis": "name",
        },
        "target": {
            "id": "person:anna-petrosjan:AM",
            "name": "Anna Petrosjan",
            "mention": [113, 127],
            "countries": ["AM"],
        },
        "cue": {"text": "said", "span": [15, 19], "lemma": "say", "act": "assert"},
        "countries": ["AM", "AZ"],
        "territories": [],
        "said_on": "2024-05-08",
        "published_on": "2024-05-10",
        "context": {"before": "The room was full.", "after": "Nobody left."},
        "article": {
            "id": CORRIDOR.article.id,
            "title": "Friday talks",
            "url": "https://gazette.example/friday-talks",
        },
        "source": {"id": "lowland-gazette", "name": "Lowland Gazette"},
        "fingerprint": CORRIDOR.extraction.statements[0].fingerprint,
        "highlight": ["the corridor must stay open to every <mark>convoy</mark>"],
        "carried": None,
    }


def test_what_is_not_known_is_null(client: FlaskClient) -> None:
    (statement,) = found(client, f"{ADDRESS}?q=line")["data"]
    assert (statement["said_on"], statement["published_on"], statement["source"]) == (None, None, None)


def test_without_parameters_it_is_everything_newest_first(client: FlaskClient) -> None:
    answer = found(client, ADDRESS)
    assert answer["total"] == {"value": STATEMENTS, "relation": "eq"}
    assert answer["data"][0]["id"] == CLOSED
    assert len(answer["data"]) == answer["applied"]["limit"] == 20
    assert answer["facets"] == {}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=corridor&sort=newest", [FIRST, SECOND]),
        ("q=%22stay+open%22", [FIRST]),
        ("q=corridor+-convoy", [SECOND]),
        ("q=BÜLBÜLOGLU", [CLOSED]),
        ("country=TR", [FIRST]),
        ("country=AM&q=corridor&sort=newest", [FIRST, SECOND]),
        ("country=tr,xk", [FIRST]),
        ("country=TR&country=XK", [FIRST]),
        ("speaker_country=AM&sort=newest", [SECOND, LINE]),
        ("about=AZ", [FIRST, FOURTH]),
        ("speaker=petrosjan", [SECOND, LINE]),
        ("speaker=petrosjan,demirsoy", [FIRST, SECOND, LINE]),
        ("source=harbour-post&kind=mixed", [CLOSED]),
        ("source=Harbour+Post&kind=mixed", [CLOSED]),
        ("kind=direct", [SECOND]),
        ("kind=direct,mixed", [CLOSED, SECOND]),
        ("from=2024-06", [CLOSED]),
        ("from=2024-05-10&to=2024-05-10&kind=direct", [SECOND]),
        ("from=2024-05-08&to=2024-05-08", []),
        ("from=2024-05-08&to=2024-05-08&dates=said", [FIRST, SECOND]),
        ("speaker=petrosjan&sort=oldest", [SECOND, LINE]),
        ("speaker_id=person:orhan-demirsoy:TR", [FIRST]),
        ("target_id=person:anna-petrosjan:AM", [FIRST]),
        ("organisation=UN", [CLOSED]),
        ("organisation=body:united-nations", [CLOSED]),
        ("organisation=nations", [CLOSED]),
        ("q=nowhere", []),
        ("country=XK", []),
    ],
)
def test_filters(client: FlaskClient, query: str, expected: list[str]) -> None:
    assert ids(client, query) == expected


def test_empty_parameters_are_not_given(client: FlaskClient) -> None:
    answer = found(client, f"{ADDRESS}?q=&country=&country=+&from=&to=&kind=&sort=&limit=&cursor=&facets=")
    assert answer["total"]["value"] == STATEMENTS


def test_the_query_is_given_back_as_understood(client: FlaskClient) -> None:
    written = "q=corridor&country=armenia,az&source=Lowland+Gazette&kind=Direct&from=2024&to=2024-05&dates=said&limit=7"
    assert found(client, f"{ADDRESS}?{written}")["applied"] == {
        "q": "corridor",
        "country": ["AM", "AZ"],
        "speaker_country": [],
        "target": [],
        "about": [],
        "territory": [],
        "speaker": [],
        "speaker_id": [],
        "target_id": [],
        "organisation": [],
        "source": ["lowland-gazette"],
        "kind": ["direct"],
        "act": [],
        "basis": [],
        "from": "2024",
        "to": "2024-05",
        "dates": "said",
        "within": "statement",
        "sort": "relevance",
        "collapse": False,
        "limit": 7,
        "cursor": None,
    }


@pytest.mark.parametrize(
    ("query", "sort"),
    [("", "newest"), ("q=a", "relevance"), ("sort=relevance", "newest"), ("q=a&sort=oldest", "oldest")],
)
def test_the_sort_in_force_is_said(client: FlaskClient, query: str, sort: str) -> None:
    assert found(client, f"{ADDRESS}?{query}")["applied"]["sort"] == sort


@pytest.mark.parametrize("limit", [1, 7, 52, 100])
@pytest.mark.parametrize("sort", ["newest", "oldest", "relevance"])
def test_walking_next_gives_each_result_once(client: FlaskClient, limit: int, sort: str) -> None:
    words = "q=harvest+OR+corridor+OR+ceasefire" if sort == "relevance" else ""
    query = f"{words}&sort={sort}&limit={limit}"
    answer = found(client, f"{ADDRESS}?{query}")
    seen = [statement["id"] for statement in answer["data"]]
    while answer["next"]:
        answer = found(client, f"{ADDRESS}?{query}&cursor={answer['next']}")
        seen += [statement["id"] for statement in answer["data"]]
    assert len(seen) == len(set(seen)) == answer["total"]["value"] > 45


def test_the_link_header_leads_to_the_next_page(client: FlaskClient) -> None:
    first = client.get(f"{ADDRESS}?q=harvest&facets=kind&limit=40")
    address, relation = first.headers["Link"].split("; ")
    assert relation == 'rel="next"'
    second = client.get(address.strip("<>"))
    assert second.headers["Link"] == '</v1/statements?q=harvest&limit=40&facets=kind>; rel="first"'
    assert second.json["facets"]["kind"]
    assert first.json["next"]
    assert second.json["next"] is None
    assert len(first.json["data"]) + len(second.json["data"]) == 45


def test_below_a_prefix_addresses_keep_it(client: FlaskClient) -> None:
    response = client.get(f"{ADDRESS}?limit=1&facets=kind", environ_overrides={"SCRIPT_NAME": "/press"})
    assert response.headers["Link"].startswith("</press/v1/statements?limit=1&cursor=")
    assert response.json["facets"]["kind"][0]["toggle"].startswith("/press/v1/statements?")


def test_facets_count_and_toggle(client: FlaskClient) -> None:
    rows = found(client, f"{ADDRESS}?q=corridor&facets=country,kind")["facets"]
    assert rows["country"] == [
        {
            "value": "AM",
            "label": "Armenia",
            "count": 2,
            "selected": False,
            "toggle": "/v1/statements?q=corridor&country=AM&facets=country,kind",
        },
        *rows["country"][1:],
    ]
    assert [(row["value"], row["count"]) for row in rows["kind"]] == [("direct", 1), ("indirect", 1)]


def test_a_facet_keeps_its_other_choices(client: FlaskClient) -> None:
    answer = found(client, f"{ADDRESS}?kind=direct&facets=kind")
    assert answer["total"]["value"] == 1
    rows = {row["value"]: row for row in answer["facets"]["kind"]}
    assert {value: row["selected"] for value, row in rows.items()} == {
        "direct": True,
        "indirect": False,
        "mixed": False,
    }
    assert rows["direct"]["toggle"] == "/v1/statements?facets=kind"
    assert rows["mixed"]["toggle"] == "/v1/statements?kind=direct,mixed&facets=kind"


def test_every_toggle_finds_what_its_count_says(client: FlaskClient) -> None:
    facets = "country,speaker_country,about,speaker_id,target_id,organisation,source,kind"
    for rows in found(client, f"{ADDRESS}?facets={facets}")["facets"].values():
        assert rows
        for row in rows:
            assert found(client, row["toggle"])["total"]["value"] == row["count"], row


def test_a_chosen_value_that_finds_nothing_can_be_taken_away(client: FlaskClient) -> None:
    (row,) = [
        row for row in found(client, f"{ADDRESS}?country=XK&facets=country")["facets"]["country"] if row["selected"]
    ]
    assert row == {
        "value": "XK",
        "label": "Kosovo",
        "count": 0,
        "selected": True,
        "toggle": "/v1/statements?facets=country",
    }


def test_a_name_with_a_comma_is_one_value(client: FlaskClient) -> None:
    rows = found(client, f"{ADDRESS}?facets=territory")["facets"]["territory"]
    toggle = next(row["toggle"] for row in rows if row["value"] == "Upper <b>, Valley")
    answer = found(client, toggle)
    assert answer["applied"]["territory"] == ["Upper <b>, Valley"]
    assert answer["total"]["value"] == 1
    (selected,) = [row for row in answer["facets"]["territory"] if row["selected"]]
    assert selected["toggle"] == "/v1/statements?facets=territory"
    assert found(client, f"{ADDRESS}?speaker=%22King,%20Jr.%22")["total"]["value"] == 45


def test_a_speaker_is_counted_by_id_and_the_address_finds_as_many(client: FlaskClient) -> None:
    answer = found(client, f"{ADDRESS}?facets=speaker_id,organisation")
    for facet, label, count in (("speaker_id", "King, Jr.", 45), ("organisation", "United Nations", 1)):
        row = next(row for row in answer["facets"][facet] if row["label"] == label)
        clicked = found(client, row["toggle"])
        assert (row["count"], clicked["total"]["value"], clicked["applied"][facet]) == (count, count, [row["value"]])
        assert [(each["value"], each["label"]) for each in clicked["facets"][facet] if each["selected"]] == [
            (row["value"], label)
        ]


def test_a_body_is_given_back_by_its_id_where_its_name_tells_it(client: FlaskClient) -> None:
    applied = found(client, f"{ADDRESS}?organisation=U.N.,the+ministry&facets=organisation")["applied"]
    assert applied["organisation"] == ["body:united-nations", "the ministry"]


def test_one_statement(client: FlaskClient) -> None:
    statement = found(client, f"{ADDRESS}/{SECOND}")["data"]
    assert statement["id"] == SECOND
    assert statement["text"] == "We will never close the corridors, … and our guards know it."
    assert len(statement["spans"]) == 2
    assert statement["article"]["id"] == CORRIDOR.article.id


@pytest.mark.parametrize("wrong", ["nothing", f"{HARVEST.article.id}-99", HARVEST.article.id, "%00", "a%2Fb", "-", "é"])
def test_no_such_statement(client: FlaskClient, wrong: str) -> None:
    response = client.get(f"{ADDRESS}/{wrong}")
    assert response.status_code == 404
    assert response.json["code"] in ("not-found", "no-such-address")


def test_json_is_utf_8_as_it_is(client: FlaskClient) -> None:
    response = client.get(f"{ADDRESS}?q=ceasefire")
    assert response.content_type == "application/json"
    assert "Ørjan Bülbüloğlu".encode() in response.data


def test_one_statement_has_its_neighbours(client: FlaskClient) -> None:
    around = found(client, f"{ADDRESS}/{SECOND}")["neighbours"]
    assert (around["before"]["id"], around["after"]["id"]) == (FIRST, THIRD)
    assert around["before"]["speaker"]["name"] == "Orhan Demirsoy"
    assert found(client, f"{ADDRESS}/{FIRST}")["neighbours"]["before"] is None
    assert found(client, f"{ADDRESS}/{FOURTH}")["neighbours"]["after"] is None


def test_similar_to_nothing(client: FlaskClient) -> None:
    assert client.get(f"{ADDRESS}/nothing/similar").status_code == 404
    assert client.get(f"{ADDRESS}/{FIRST}/similar?limit=0").json["parameter"] == "limit"
    assert client.get(f"{ADDRESS}/{FIRST}/similar?q=a").json["code"] == "unknown-parameter"


@pytest.mark.parametrize(
    ("query", "expected"),
    [("organisation=nations", [CLOSED]), ("act=assert&kind=direct", [SECOND]), ("act=deny", [])],
)
def test_filters_by_organisation_and_act(client: FlaskClient, query: str, expected: list[str]) -> None:
    assert ids(client, query) == expected


def test_nothing_is_folded_unless_asked_for(client: FlaskClient) -> None:
    for query in ("", "collapse=false"):
        answer = found(client, f"{ADDRESS}?{query}")
        assert answer["applied"]["collapse"] is False
        assert all(statement["carried"] is None for statement in answer["data"])


@pytest.mark.parametrize("name", ["-x", "Foo*", "!0", "a?b"])
@pytest.mark.parametrize("endpoint", ["statements.statements", "pages.index"])
def test_the_address_of_a_filter_by_an_unusual_name_is_taken(client: FlaskClient, endpoint: str, name: str) -> None:
    with client.application.test_request_context():
        made = address(endpoint, StatementQuery(filters=Filters(speaker=(name,))))
    assert client.get(made).status_code == 200


def test_a_territory_that_is_none_is_told_with_what_was_meant(client: FlaskClient) -> None:
    answer = client.get("/v1/statements?territory=Karabakh,Abkazia,Armenia&country=Tibet")
    told = {(fault["parameter"], fault["code"], fault["hint"]) for fault in answer.json["errors"]}
    assert answer.status_code == 400
    assert told == {
        ("territory", "unknown-territory", "did you mean Abkhazia?"),
        ("territory", "unknown-territory", "it is a country: write country=AM for Armenia, or country:AM in q"),
        ("country", "unknown-country", 'it is no country: write territory=Tibet, or territory:"Tibet" in q'),
    }


@pytest.mark.parametrize("asked", ["territory=karabakh", "q=territory:artsakh", "territory=Tibet,Nagorno-Karabakh"])
def test_a_territory_by_any_of_its_names(client: FlaskClient, asked: str) -> None:
    answer = client.get(f"/v1/statements?{asked}&facets=territory").json
    assert [found["id"] for found in answer["data"]] == [key(BORDER, 1)]
    assert answer["facets"]["territory"][0]["value"] == "Nagorno-Karabakh"
