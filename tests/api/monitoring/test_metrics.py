"""What Prometheus reads."""

from __future__ import annotations

import json
import urllib.request
from pathlib import Path

from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from api.access.key_file import Keys
from api.app import create_app
from schemas.settings import Settings
from search.opening import open_engine
from tests.api.serving import serving


def samples(text: str) -> dict[str, float]:
    return {
        f"{sample.name}{json.dumps(sample.labels, sort_keys=True)}": sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def answered(route: str, status: int) -> str:
    return f'demarche_requests_total{{"method": "GET", "route": "{route}", "status": "{status}"}}'


def change(client: FlaskClient, before: dict[str, float]) -> dict[str, float]:
    after = samples(client.get("/metrics").text)
    return {name: value - before.get(name, 0) for name, value in after.items() if value != before.get(name, 0)}


def test_counts_by_route_and_not_by_address(client: FlaskClient) -> None:
    before = samples(client.get("/metrics").text)
    for address in (
        "/v1/statements/one",
        "/v1/statements/two",
        "/v1/nothing",
        "/v1/nothing-else",
        "/v1/statements?q=a",
    ):
        client.get(address)
    counted = change(client, before)
    requests = {name: n for name, n in counted.items() if name.startswith("demarche_requests_total")}
    assert (
        requests.pop(
            'demarche_requests_total{"method": "GET", "route": "/v1/statements/<statement_id>", "status": "404"}'
        )
        == 2
    )
    assert requests.pop('demarche_requests_total{"method": "GET", "route": "(none)", "status": "404"}') == 2
    assert requests.pop('demarche_requests_total{"method": "GET", "route": "/v1/statements", "status": "200"}') == 1
    assert all("/metrics" in name for name in requests)
    assert counted['demarche_errors_total{"code": "not-found"}'] == 2
    assert counted['demarche_request_seconds_count{"engine": "embedded", "route": "/v1/statements"}'] == 1


def test_an_odd_method_makes_no_label_of_its_own(client: FlaskClient) -> None:
    before = samples(client.get("/metrics").text)
    for method in ("BREW", "WHEN"):
        client.open("/v1/statements", method=method)
    assert change(client, before)['demarche_requests_total{"method": "other", "route": "(none)", "status": "405"}'] == 2


def test_counts_what_is_indexed(tmp_path: Path) -> None:
    key = Keys(tmp_path / "keys.json").add("writer", write=True)
    with open_engine(f"embedded://{tmp_path}/index") as engine:
        client = create_app(engine, Settings(engine="", keys=tmp_path / "keys.json")).test_client()
        before = samples(client.get("/metrics").text)
        sent = [{"text": "Armenia said it would open the road."}, {"text": ""}]
        client.post("/v1/articles", json=sent, headers={"Authorization": f"Bearer {key}"})
        counted = change(client, before)
    assert counted['demarche_articles_total{"status": "added"}'] == 1
    assert counted['demarche_articles_total{"status": "refused"}'] == 1
    assert counted["demarche_statements_indexed_total{}"] == 1


def test_adds_up_what_all_workers_counted(tmp_path: Path) -> None:
    with (
        (tmp_path / "log").open("w") as log,
        serving(f"embedded://{tmp_path}/index", "--workers", "3", log=log) as (
            address,
            _,
        ),
    ):
        for _ in range(30):
            with urllib.request.urlopen(f"{address}/healthz") as response:
                response.read()
        for _ in range(5):
            with urllib.request.urlopen(f"{address}/metrics") as response:
                text = response.read().decode()
            assert samples(text)[answered("/healthz", 200)] == 30
