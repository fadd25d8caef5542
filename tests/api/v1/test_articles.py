import pytest
from flask.testing import FlaskClient

from tests.api.corpus import CORPUS, CORRIDOR, HARVEST, HOSTILE, UNDATED


def test_an_article_with_its_text_and_statements(client: FlaskClient) -> None:
    article = client.get(f"/v1/articles/{CORRIDOR.article.id}").json["data"]
    statements = article.pop("statements")
    assert article == {
        "id": CORRIDOR.article.id,
        "url": "https://gazette.example/friday-talks",
        "title": "Friday talks",
        "source": {"id": "lowland-gazette", "name": "Lowland Gazette"},
        "published_on": "2024-05-10",
        "language": "en",
        "split": True,
        "text": CORRIDOR.article.text,
        "content_hash": CORRIDOR.article.content_hash,
        "countries": ["AM", "AZ"],
        "territories": ["Upper Valley"],
        "ingested_at": "2026-03-01T12:30:00+00:00",
        "extractor": "test-1",
    }
    assert [statement["id"][-3:] for statement in statements] == ["-01", "-02", "-03", "-04"]


def test_spans_point_into_the_text(client: FlaskClient) -> None:
    article = client.get(f"/v1/articles/{CORRIDOR.article.id}").json["data"]
    for statement in article["statements"]:
        words = [article["text"][start:end] for start, end in statement["spans"]]
        assert words == statement["parts"]
        assert " … ".join(words) == statement["text"]
        start, end = statement["sentence"]["span"]
        assert article["text"][start:end] == statement["sentence"]["text"]
        start, end = statement["speaker"]["mention"]
        assert article["text"][start:end] == statement["speaker"]["name"]


def test_statements_stand_in_the_order_of_the_text(client: FlaskClient) -> None:
    statements = client.get(f"/v1/articles/{HARVEST.article.id}").json["data"]["statements"]
    assert [statement["id"] for statement in statements] == [one.id for one in HARVEST.extraction.statements]


def test_what_is_not_known_is_null(client: FlaskClient) -> None:
    article = client.get(f"/v1/articles/{UNDATED.article.id}").json["data"]
    assert (article["url"], article["source"], article["published_on"]) == (None, None, None)


def test_no_such_article(client: FlaskClient) -> None:
    response = client.get("/v1/articles/nothing")
    assert response.status_code == 404
    assert response.json["code"] == "not-found"


def titles(client: FlaskClient, query: str) -> list[str]:
    response = client.get(f"/v1/articles?{query}")
    assert response.status_code == 200, response.text
    return [article["title"] for article in response.json["data"]]


def test_a_list_has_all_of_an_article_but_its_text(client: FlaskClient) -> None:
    answer = client.get("/v1/articles?q=friday").json
    assert answer["data"] == [
        {
            "id": CORRIDOR.article.id,
            "url": "https://gazette.example/friday-talks",
            "title": "Friday talks",
            "source": {"id": "lowland-gazette", "name": "Lowland Gazette"},
            "published_on": "2024-05-10",
            "language": "en",
            "split": True,
            "countries": ["AM", "AZ"],
            "territories": ["Upper Valley"],
            "statement_count": 4,
            "ingested_at": "2026-03-01T12:30:00+00:00",
            "extractor": "test-1",
            "carried": None,
        }
    ]
    assert answer["total"] == {"value": 1, "relation": "eq"}
    assert answer["next"] is None
    assert answer["applied"] == {
        "q": "friday",
        "country": [],
        "territory": [],
        "source": [],
        "from": None,
        "to": None,
        "sort": "newest",
        "collapse": False,
        "limit": 20,
        "cursor": None,
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Notes of June", "Friday talks", HOSTILE.article.title, "Forty-five fields", "Undated note"]),
        ("sort=oldest&source=harbour-post", ["Forty-five fields", "Notes of June"]),
        ("q=note", ["Notes of June", "Undated note"]),
        ("q=corridor", []),
        ("country=Armenia&from=2024-06-10&to=2024-06-10", ["Notes of June"]),
        ("country=TR", []),
        ("source=Lowland+Gazette", ["Friday talks"]),
        ("to=2023-12", [HOSTILE.article.title, "Forty-five fields"]),
    ],
)
def test_a_list_is_searched_and_filtered(client: FlaskClient, query: str, expected: list[str]) -> None:
    assert titles(client, query) == expected


def test_pages_lead_to_each_article_once(client: FlaskClient) -> None:
    response = client.get("/v1/articles?limit=2")
    seen = [article["id"] for article in response.json["data"]]
    while response.json["next"]:
        address = response.headers["Link"].rpartition("<")[2].partition(">")[0]
        assert address == f"/v1/articles?limit=2&cursor={response.json['next']}"
        response = client.get(address)
        seen += [article["id"] for article in response.json["data"]]
    assert len(seen) == len(set(seen)) == len(CORPUS)
    assert response.headers["Link"] == '</v1/articles?limit=2>; rel="first"'


@pytest.mark.parametrize(
    ("query", "code", "parameter"),
    [
        ("sort=relevance", "unknown-value", "sort"),
        ("kind=direct", "unknown-parameter", "kind"),
        ("q=%22open", "unbalanced-quote", "q"),
        ("from=2024&to=2023", "empty-interval", "from"),
        ("cursor=garbage", "bad-cursor", "cursor"),
        ("limit=101", "out-of-range", "limit"),
    ],
)
def test_mistakes_are_named(client: FlaskClient, query: str, code: str, parameter: str) -> None:
    response = client.get(f"/v1/articles?{query}")
    assert (response.status_code, response.json["code"], response.json["parameter"]) == (400, code, parameter)


def test_articles_by_what_territory_they_mention(client: FlaskClient) -> None:
    assert "Friday talks" in titles(client, "territory=Upper Valley&limit=100")
    assert titles(client, "territory=Tibet") == []
