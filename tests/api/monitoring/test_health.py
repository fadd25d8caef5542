from flask.testing import FlaskClient

from tests.api.corpus import CORPUS, STATEMENTS


def test_healthz(client: FlaskClient) -> None:
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json == {"status": "ok"}


def test_readyz_says_what_can_be_searched(client: FlaskClient) -> None:
    ready = client.get("/readyz").json
    assert ready.pop("engine_version").startswith("tantivy ")
    assert ready == {
        "status": "ready",
        "engine": "embedded",
        "articles": len(CORPUS),
        "statements": STATEMENTS,
    }
