"""The container files agree with what is tested. No Docker engine is needed: this reads the files alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.elasticsearch.server import VERSION

ROOT = Path(__file__).parents[1]
SERVICES = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))["services"]

OURS = ["api", "indexer", "watcher"]


def test_compose_runs_the_elasticsearch_that_the_tests_ran_on() -> None:
    assert SERVICES["elasticsearch"]["image"] == f"docker.elastic.co/elasticsearch/elasticsearch:{VERSION}"


@pytest.mark.parametrize("service", OURS)
def test_services_wait_until_their_user_has_its_rights(service: str) -> None:
    assert SERVICES[service]["depends_on"] == {"rights": {"condition": "service_completed_successfully"}}
    assert SERVICES["rights"]["depends_on"] == {"elasticsearch": {"condition": "service_healthy"}}
    assert "healthcheck" in SERVICES["elasticsearch"]


@pytest.mark.parametrize("service", OURS)
def test_a_missing_password_stops_compose_with_what_to_do(service: str) -> None:
    address = SERVICES[service]["environment"]["DEMARCHE_ENGINE"]
    assert re.fullmatch(
        r"http://demarche:\$\{DEMARCHE_PASSWORD:\?put .+ into the file \.env\}@elasticsearch:9200", address
    )


@pytest.mark.parametrize("service", OURS)
def test_nobody_but_who_makes_the_user_has_the_password_of_elasticsearch_s_own(service: str) -> None:
    assert "ELASTIC_PASSWORD" not in str(SERVICES[service])


def test_the_user_may_touch_its_own_indices_alone() -> None:
    (script,) = SERVICES["rights"]["command"]
    (role,) = re.findall(r"put role/demarche '(.+?)'", script, re.DOTALL)
    assert json.loads(role) == {
        "cluster": ["monitor"],
        "indices": [
            {
                "names": ["demarche", "demarche-*"],
                "privileges": ["create_index", "manage", "read", "write", "maintenance"],
            }
        ],
    }


@pytest.mark.parametrize("service", SERVICES)
def test_every_container_is_confined(service: str) -> None:
    said = SERVICES[service]
    assert said["cap_drop"] == ["ALL"]
    assert said["security_opt"] == ["no-new-privileges:true"]
    assert said["mem_limit"]
    assert said.get("read_only") is (None if service == "elasticsearch" else True)


@pytest.mark.parametrize("service", ["indexer", "watcher"])
def test_who_reads_what_strangers_wrote_can_not_reach_the_keys(service: str) -> None:
    assert not any("keys" in volume for volume in SERVICES[service]["volumes"])
    assert any(volume.startswith("keys:") for volume in SERVICES["api"]["volumes"])


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
