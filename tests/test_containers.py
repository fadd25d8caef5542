"""The container files agree with what is tested. No Docker engine is needed: this reads the files alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.elasticsearch.server import VERSION

ROOT = Path(__file__).parents[1]
SERVICES = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))["services"]


def test_compose_runs_the_elasticsearch_that_the_tests_ran_on() -> None:
    assert SERVICES["elasticsearch"]["image"] == f"docker.elastic.co/elasticsearch/elasticsearch:{VERSION}"


@pytest.mark.parametrize("service", ["api", "indexer", "watcher"])
def test_services_wait_until_elasticsearch_is_healthy(service: str) -> None:
    assert SERVICES[service]["depends_on"] == {"elasticsearch": {"condition": "service_healthy"}}
    assert "healthcheck" in SERVICES["elasticsearch"]


@pytest.mark.parametrize("service", ["api", "indexer", "watcher"])
def test_a_missing_password_stops_compose_with_what_to_do(service: str) -> None:
    address = SERVICES[service]["environment"]["DEMARCHE_ENGINE"]
    assert re.fullmatch(
        r"http://elastic:\$\{ELASTIC_PASSWORD:\?put .+ into the file \.env\}@elasticsearch:9200", address
    )


def test_the_image_runs_as_a_user_of_its_own_with_pinned_requirements() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8")
    assert "\nUSER demarche\n" in lines
    assert "--require-hashes" in lines
    assert "requirements-dev" not in lines


def test_every_copied_path_reaches_the_builder() -> None:
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    packages = re.search(r"include = \[(.+)\]", (ROOT / "pyproject.toml").read_text("utf-8"))
    assert packages is not None
    for package in re.findall(r'"(\w+)\*"', packages[1]):
        assert f"!{package}" in ignored
