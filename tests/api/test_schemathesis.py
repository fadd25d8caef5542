"""The API held to its own description by schemathesis, over a server as people run it, on each of the engines.

All of its checks but that of time, and all phases: examples, every boundary of every parameter, random requests that
the description allows and forbids, and walks from one address to the next. Elasticsearch is asked for boundaries and
walks; tests/contract/test_random.py asks it at random. `schemathesis.toml` beside this file holds how much of each, and
the hooks which boundary is asked of which address.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.access.key_file import Keys
from search.opening import open_engine
from tests.api.serving import serving
from tests.examples import index_examples

CONFIG = Path(__file__).with_name("schemathesis.toml")
ROOT = Path(__file__).parents[2]
SECONDS = 300
SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")


# What the description forbids is refused before an engine is asked, and what stores nothing asks none, so one of them
# is enough for that.
ASKED = {
    "embedded": ["--mode", "all"],
    "elasticsearch": ["--mode", "positive", "--exclude-path", "/v1/extract", "--phases", "coverage,stateful"],
}


@pytest.fixture(params=ASKED)
def server(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[str, list[str]]]:
    """Its address, and which requests it is asked."""
    kind = request.param
    for limit in ("RATE", "WRITE_RATE"):  # thousands of requests in a minute are the point here
        monkeypatch.setenv(f"DEMARCHE_{limit}", "")
    monkeypatch.setenv("DEMARCHE_KEYS", str(tmp_path / "keys.json"))
    address = f"embedded://{tmp_path}/index"
    if kind == "elasticsearch":
        address = request.getfixturevalue("elasticsearch_address")()
    with open_engine(address) as engine:
        index_examples(engine)
    with (tmp_path / "log").open("w") as log, serving(address, log=log) as (url, _):
        yield url, ASKED[kind]


def test_it_answers_as_it_says(server: tuple[str, list[str]], tmp_path: Path) -> None:
    url, requests = server
    key = Keys(tmp_path / "keys.json").add("schemathesis", write=True)
    asked = ["run", f"{url}/v1/openapi.json", *requests, "--checks", "all"]
    asked += ["--header", f"Authorization: Bearer {key}"]
    run = subprocess.run(
        [SCHEMATHESIS, "--config-file", CONFIG, *asked],
        cwd=tmp_path,  # where it leaves what failed
        env=os.environ | {"PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "Stateful" in run.stdout
