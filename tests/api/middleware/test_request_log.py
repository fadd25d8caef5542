import re

import pytest
import structlog
from flask.testing import FlaskClient

from api.middleware.request_log import LONGEST_ADDRESS

ADDRESSES = ("/", "/v1/statements", "/v1/statements?limit=0", "/v1/nothing", "/healthz")


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_has_an_id_and_the_safe_headers(client: FlaskClient, address: str) -> None:
    with client.get(address) as response:
        headers = response.headers
    assert re.fullmatch("[0-9a-f]{32}", headers["X-Request-ID"])
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == "'self'"
    assert policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"


def test_a_file_by_itself_runs_and_loads_nothing(client: FlaskClient) -> None:
    with client.get("/static/flags/am.svg") as response:
        headers = response.headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert "ETag" not in headers


def test_two_requests_have_two_ids(client: FlaskClient) -> None:
    first, second = (client.get("/healthz").headers["X-Request-ID"] for _ in range(2))
    assert first != second


def test_a_sane_id_is_taken_over(client: FlaskClient) -> None:
    response = client.get("/v1/nothing", headers={"X-Request-ID": "trace-42.a_b"})
    assert response.headers["X-Request-ID"] == response.json["request_id"] == "trace-42.a_b"


@pytest.mark.parametrize("given", ["", "a b", "<script>", "x" * 129, 'a"b', "é"])
def test_any_other_id_is_replaced(client: FlaskClient, given: str) -> None:
    assert client.get("/healthz", headers={"X-Request-ID": given}).headers["X-Request-ID"] != given


def test_the_next_page_of_a_long_address_is_given(client: FlaskClient) -> None:
    address = "/v1/statements?limit=1&source=lowland-gazette,"
    long = address + "a" * (LONGEST_ADDRESS - len(address))
    first = client.get(long)
    assert first.status_code == 200, first.text
    assert client.get(f"{long}&cursor={first.json['next']}").status_code == 200
    assert client.get(f"{long}a").status_code == 414


def test_a_request_is_logged_with_its_id_and_without_what_was_searched_for(client: FlaskClient) -> None:
    with structlog.testing.capture_logs(processors=[structlog.contextvars.merge_contextvars]) as logs:
        client.get("/v1/statements?q=secret", headers={"X-Request-ID": "trace-1"})
    (line,) = [line for line in logs if line["event"] == "request"]
    assert (line["request_id"], line["route"], line["status"]) == ("trace-1", "/v1/statements", 200)
    assert "secret" not in str(logs)


@pytest.mark.parametrize("address", ["/", "/v1/statements", "/v1/countries", "/healthz", "/readyz"])
def test_head_is_get_without_a_body(client: FlaskClient, address: str) -> None:
    response = client.head(address)
    assert response.status_code == 200
    assert response.data == b""
    assert int(response.headers["Content-Length"]) > 0


def test_options_say_what_is_allowed(client: FlaskClient) -> None:
    response = client.options("/v1/statements")
    assert response.status_code == 200
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
