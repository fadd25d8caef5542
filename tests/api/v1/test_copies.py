"""Who else carries an article, on both engines."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from api.app import create_app
from search.opening import open_engine
from tests.api.corpus import split

STORY = (
    "A ferry left Rostock with two hundred passengers, nine lorries and a cow, as the harbour master saw. "
    "It came back in the evening with no cow. Nobody at the pier could say what had become of it."
)
ASKED = split(STORY, title="The cow", source="Lowland Gazette", published="2024-05-10")
SAME = split(f"Of ferries\n\n{STORY}", title="Of ferries", source="Harbour Post", published="2024-05-12")
LATER = split(
    f"{STORY} It was found on Sunday.", title="The cow is back", source="Lowland Gazette", published="2024-05-12"
)
CUT = split(" ".join(STORY.split()[:25]), title="Ferry", source=None, published=None)
OTHER = split("A tram left the depot. " * 20, title="Trams", published="2024-05-11")


@pytest.fixture(scope="module", params=["embedded", "elasticsearch"])
def client(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    if request.param == "embedded":
        address = f"embedded://{tmp_path_factory.mktemp('copies') / 'index'}"
    else:
        address = request.getfixturevalue("elasticsearch_address")()
    with open_engine(address) as engine:
        engine.replace([ASKED, SAME, LATER, CUT, OTHER])
        yield create_app(engine).test_client()


def test_each_says_who_carried_it_and_how_it_is_like_it(client: FlaskClient) -> None:
    answer = client.get(f"/v1/articles/{ASKED.article.id}/copies")
    assert answer.status_code == 200, answer.text
    same, *others = answer.json["data"]
    assert same == {
        "article": {"id": SAME.article.id, "title": "Of ferries", "url": None},
        "source": {"id": "harbour-post", "name": "Harbour Post"},
        "published_on": "2024-05-12",
        "likeness": "same",
        "share": 1.0,
    }
    told = [(one["article"]["title"], one["likeness"], one["share"]) for one in others]
    assert told == [("The cow is back", "version", 1.0), ("Ferry", "near", 1.0)]
    assert (others[1]["source"], others[1]["published_on"]) == (None, None)
    assert answer.json["total"] == {"value": 3, "relation": "eq"}


def test_a_limit_shortens_what_is_shown_and_not_what_is_counted(client: FlaskClient) -> None:
    answer = client.get(f"/v1/articles/{ASKED.article.id}/copies?limit=1").json
    assert [one["likeness"] for one in answer["data"]] == ["same"]
    assert answer["total"]["value"] == 3


def test_an_article_that_nobody_else_carries(client: FlaskClient) -> None:
    answer = client.get(f"/v1/articles/{OTHER.article.id}/copies").json
    assert answer == {"data": [], "total": {"value": 0, "relation": "eq"}}


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("nothing/copies", 404, "not-found"),
        (f"{ASKED.article.id}/copies?limit=0", 400, "out-of-range"),
        (f"{ASKED.article.id}/copies?limit=101", 400, "out-of-range"),
        (f"{ASKED.article.id}/copies?cursor=x", 400, "unknown-parameter"),
    ],
)
def test_what_cannot_be_asked(client: FlaskClient, path: str, status: int, code: str) -> None:
    answer = client.get(f"/v1/articles/{path}")
    assert (answer.status_code, answer.json["code"]) == (status, code)


def test_a_list_folds_those_of_one_text(client: FlaskClient) -> None:
    answer = client.get("/v1/articles?collapse=true&sort=oldest").json
    assert [one["title"] for one in answer["data"]][:2] == ["The cow", "Trams"]
    assert answer["total"] == {"value": 4, "relation": "eq"}
    assert answer["applied"]["collapse"] is True
    assert answer["data"][0]["carried"] == {
        "articles": 2,
        "outlets": 2,
        "others": [
            {
                "id": SAME.article.id,
                "title": "Of ferries",
                "url": None,
                "source": {"id": "harbour-post", "name": "Harbour Post"},
                "published_on": "2024-05-12",
            }
        ],
    }
    assert answer["data"][1]["carried"] == {"articles": 1, "outlets": 1, "others": []}


def test_a_folded_list_is_walked_by_its_links(client: FlaskClient) -> None:
    response = client.get("/v1/articles?collapse=true&limit=3")
    assert "</v1/articles?collapse=true&limit=3&cursor=" in response.headers["Link"]
    rest = client.get(f"/v1/articles?collapse=true&limit=3&cursor={response.json['next']}").json
    assert (len(rest["data"]), rest["next"]) == (1, None)
    unfolded = client.get(f"/v1/articles?limit=3&cursor={response.json['next']}")
    assert (unfolded.status_code, unfolded.json["code"]) == (400, "bad-cursor")
