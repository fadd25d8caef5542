from flask.testing import FlaskClient

from tests.api.corpus import CORRIDOR, HARVEST, UNDATED


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
        assert " ".join(words) == statement["text"]
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
