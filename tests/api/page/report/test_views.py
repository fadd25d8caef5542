"""Reporting without script: a form, a note in the file, thanks; and nothing of it where it is not switched on."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from api.app import create_app
from api.page.report.views import LABELS
from api.reports import report_file
from api.reports.report_file import Report, Wrong, read
from schemas.settings import Reading, Reports, Settings
from search.engine import Engine
from tests.api.corpus import CORRIDOR

ID = f"{CORRIDOR.article.id}-01"
ADDRESS = f"/statements/{ID}/report"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reports.ndjson"


@pytest.fixture
def client(engine: Engine, path: Path) -> FlaskClient:
    return create_app(engine, Settings(engine="", reports=Reports.ON, reports_file=path)).test_client()


def send(client: FlaskClient, sent: Mapping[str, str], **headers: str) -> TestResponse:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post(ADDRESS, data=sent, headers={"Accept": "text/html"} | told)


def test_a_report_is_noted_and_thanked_for(client: FlaskClient, path: Path) -> None:
    page = client.get(ADDRESS).text
    assert page.count('type="radio"') == len(LABELS) == len(Wrong)
    assert f'action="{ADDRESS}" method="post"' in page
    response = send(client, {"wrong": "speaker", "words": " It was\r\nthe deputy. "}, Origin="http://localhost")
    assert response.status_code == 303
    assert "it is noted" in client.get(response.headers["Location"]).text
    (report,) = read(path)
    assert isinstance(report, Report)
    assert (report.statement_id, report.wrong, report.words) == (ID, Wrong.SPEAKER, "It was\nthe deputy.")
    assert report.shown.startswith("Orhan Demirsoy said that the corridor")


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "Choose what is wrong."),
        ({"wrong": "everything", "words": "<b>x</b>"}, "&lt;b&gt;x&lt;/b&gt;</textarea>"),
        ({"wrong": "date", "words": "x" * 501}, "Write at most 500 characters."),
    ],
)
def test_a_mistake_is_told_and_nothing_noted(
    client: FlaskClient, path: Path, sent: Mapping[str, str], told: str
) -> None:
    response = send(client, sent)
    assert response.status_code == 400
    assert told in response.text
    assert list(read(path)) == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://localhost"}, 303),
        ({}, 303),
        ({"Sec_Fetch_Site": "same-origin"}, 303),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-site", "Origin": "http://localhost"}, 403),
        ({"Origin": "http://other.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://["}, 403),
    ],
)
def test_other_sites_can_send_none(client: FlaskClient, headers: Mapping[str, str], status: int) -> None:
    assert send(client, {"wrong": "other"}, **headers).status_code == status


def test_much_is_not_taken(client: FlaskClient, path: Path) -> None:
    assert send(client, {"wrong": "other", "words": "x" * 9_000}).status_code == 413
    assert list(read(path)) == []


def test_often_is_not_taken(client: FlaskClient, path: Path) -> None:
    assert [send(client, {"wrong": "other"}).status_code for _ in range(21)] == [303] * 20 + [429]
    assert len(list(read(path))) == 20


def test_what_cant_be_kept_is_told(client: FlaskClient, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_file, "MOST_BYTES", 10)
    response = send(client, {"wrong": "other"})
    assert response.status_code == 507
    assert "There is no room for another report" in response.text
    path.unlink()
    path.mkdir()
    assert send(client, {"wrong": "other"}).status_code == 503


def test_of_what_is_not_there_nothing_is_reported(client: FlaskClient, path: Path) -> None:
    assert client.get("/statements/nothing-01/report").status_code == 404
    assert client.post("/statements/nothing-01/report", data={"wrong": "other"}).status_code == 404
    assert list(read(path)) == []


@pytest.mark.parametrize(
    ("reports", "reading", "takes"),
    [
        (Reports.BEHIND_KEYS, Reading.OPEN, False),
        (Reports.BEHIND_KEYS, Reading.KEY, True),
        (Reports.ON, Reading.OPEN, True),
        (Reports.OFF, Reading.KEY, False),
    ],
)
def test_readers_may_report_only_where_they_are_known_or_it_is_switched_on(
    reports: Reports, reading: Reading, takes: bool
) -> None:
    assert Settings(engine="", reports=reports, reading=reading).takes_reports is takes


def test_each_statement_leads_to_it_only_where_it_is_on(client: FlaskClient, engine: Engine) -> None:
    assert client.get("/?q=corridor").text.count(">Wrong speaker?</a>") == 2
    assert ADDRESS in client.get(f"/statements/{ID}").text
    closed = create_app(engine, Settings(engine="")).test_client()
    assert "Wrong speaker?" not in closed.get("/?q=corridor").text
    assert closed.get(ADDRESS).status_code == 404
    assert closed.post(ADDRESS, data={"wrong": "other"}).status_code == 404


def test_behind_keys_it_needs_one(engine: Engine, tmp_path: Path) -> None:
    settings = Settings(engine="", reading=Reading.KEY, keys=tmp_path / "keys.json")
    assert create_app(engine, settings).test_client().post(ADDRESS, data={"wrong": "other"}).status_code == 401
