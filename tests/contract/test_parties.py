"""Speakers and organisations by id: exact counts, and searches that find just as many."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from api.app import create_app
from search.engine import Engine
from tests.contract.corpus import Said, split

SAID = (
    Said("The dam is safe.", by="Vera Malik", organisation="NATO", role="envoy", about=("RU",), to="Russia"),
    Said("The dam holds.", by="Vera Malik", organisation="NATO", speaks_for=("PL",), about=("RU",)),
    Said("The dam is old.", by="Vera Mallik", organisation="NATO", role="envoy", speaks_for=("PL",), about=("UA",)),
    Said("Nobody was told.", by="Vera Malik", speaks_for=("CZ",)),
    Said("We build dams.", by="NATO"),
    Said("Dams are costly.", by="Otto Malik", speaks_for=("PL",), to="NATO"),
)


@pytest.fixture
def client(engine: Engine) -> FlaskClient:
    engine.replace([split(each, title=f"Dam {n}", published=f"20{20 + n}-05-10") for n, each in enumerate(SAID)])
    return create_app(engine).test_client()


def test_a_speaker_with_all_of_the_same_name_and_counts_that_lead_to_as_many(client: FlaskClient) -> None:
    answer = client.get("/v1/speakers/person:vera-malik:PL").json
    told = answer["data"]
    assert (told["name"], told["country"], told["spellings"]) == ("Vera Malik", "PL", ["Vera Malik", "Vera Mallik"])
    assert told["offices"] == []  # one article alone gives it under this id
    assert [(each["id"], each["country"], each["count"]) for each in told["same_name"]] == [
        ("person:vera-malik", None, 1),
        ("person:vera-malik:CZ", "CZ", 1),
    ]
    assert [each["id"] for each in told["similar_names"]] == ["person:oto-malik:PL"]
    assert answer["total"] == {"value": 2, "relation": "eq"}
    assert [(row["value"], row["count"]) for row in answer["facets"]["about"]] == [("RU", 1), ("UA", 1)]
    for row in (row for rows in answer["facets"].values() for row in rows):
        assert client.get(row["toggle"]).json["total"]["value"] == row["count"]
    assert sum(stretch["count"] for stretch in answer["timeline"]["data"]) == 2
    together = client.get("/speakers/person:vera-malik:PL").text
    assert ">4 statements by all of this name</a>" in together
    ids = "person:vera-malik:PL,person:vera-malik,person:vera-malik:CZ"
    assert client.get(f"/v1/statements?speaker_id={ids}").json["total"]["value"] == 4
    found = client.get("/?about=RU&speaker_id=person:vera-malik:PL").text
    assert ',person:vera-malik"><bdi>Vera Malik</bdi>, no country told, 1 more</a>.' in found


def test_an_organisation_with_who_speaks_for_it_what_it_says_and_what_it_is_told(client: FlaskClient) -> None:
    answer = client.get("/v1/organisations/body:nato").json
    assert (answer["data"]["name"], answer["total"]["value"]) == ("NATO", 3)
    assert [(row["value"], row["count"]) for row in answer["facets"]["speaker_id"]] == [
        ("person:vera-malik:PL", 2),
        ("person:vera-malik", 1),
    ]
    for row in (row for rows in answer["facets"].values() for row in rows):
        assert client.get(row["toggle"]).json["total"]["value"] == row["count"]
    page = client.get("/organisations/body:nato").text
    assert 'href="/?organisation=body:nato">3 statements in the search' in page
    assert 'href="/?speaker_id=body:nato">1 statement in the search' in page
    assert 'href="/?target_id=body:nato">in 1 statement</a>' in page
    for unknown in ("organisations/body:other", "organisations/NATO", "speakers/%00", "speakers/Vera%20Malik"):
        assert client.get(f"/v1/{unknown}").status_code == 404
    moved = [
        client.get(old).headers["Location"] for old in ("/organisations/otan", "/speakers/body:nato", "/speakers/NATO")
    ]
    assert moved == ["/organisations/body:nato"] * 3
