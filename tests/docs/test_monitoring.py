"""docs/operations/monitoring.md names the metrics and events that there are; its script makes metrics of a log."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
import structlog
import yaml

from api.monitoring import metrics
from indexer.commands.console.logs import event_log
from tests.docs.pages import ROOT

PAGE = (ROOT / "docs/operations/monitoring.md").read_text("utf-8")
SCRIPT = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
RULES = [yaml.safe_load(text) for text in re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)]
NAMES = re.compile(r"\bdemarche_\w+\b")
WATCHER = (ROOT / "indexer/watcher/watcher.py").read_text("utf-8")


def test_the_metrics_are_those_of_the_server() -> None:
    there = {
        (collected.name + ("_total" if collected.type == "counter" else ""), tuple(sorted(metric._labelnames)))
        for metric in (metrics.requests, metrics.seconds, metrics.errors, metrics.articles, metrics.statements)
        for collected in metric.collect()
    }
    rows = re.findall(r"^\| `(demarche_\w+)` \|(.*?)\|", PAGE, re.MULTILINE)
    assert {(name, tuple(sorted(re.findall(r"\w+", labels)))) for name, labels in rows} == there


def test_alerts_ask_for_metrics_that_are_there() -> None:
    shown = set(re.findall(r"^\| `(demarche_\w+)`", PAGE, re.MULTILINE))
    shown |= set(re.findall(r'echo "(demarche_\w+) ', SCRIPT[0])) | {"demarche_request_seconds_bucket"}
    alerts = [*RULES[1]["groups"][0]["rules"], *RULES[2]]
    assert len(alerts) == 7
    assert {name for alert in alerts for name in NAMES.findall(alert["expr"])} <= shown


def test_the_events_are_those_of_the_watcher() -> None:
    events = set(re.findall(r'log\.\w+\("([^"]+)"', WATCHER))
    told = set(re.findall(r"^\| `([^`]+)` \|", PAGE.partition("| Event of the watcher |")[2], re.MULTILINE))
    assert told - {"passed over: …"} == events


@pytest.mark.skipif(sys.platform != "linux", reason="GNU date")
@pytest.mark.parametrize(
    ("events", "away", "known"),
    [
        (["watching", "feed unchanged"], 0, True),
        (["files read", "engine is away"], 1, True),
        (["feed can't be had", "engine is away", "engine is back"], 0, True),
        (["feed read", "engine is away", "stopped", "watching"], 0, True),
        (["watching"], 0, False),
    ],
)
def test_the_script_makes_metrics_of_the_log(
    events: list[str], away: int, known: bool, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = structlog.get_config()
    event_log()
    for event in events:
        structlog.get_logger().info(event, feed="https://herald.example/feed.rss")
    structlog.configure(**before)
    (tmp_path / "log").write_text(capfd.readouterr().err, "utf-8")
    journal = tmp_path / "journalctl"
    journal.write_text(f"#!/bin/sh\ncat {tmp_path / 'log'}\n", "utf-8")
    journal.chmod(0o700)
    path = {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    subprocess.run(["sh", "-c", SCRIPT[0], "script", tmp_path], check=True, env=os.environ | path)
    made = dict(line.split() for line in (tmp_path / "demarche_watch.prom").read_text("utf-8").splitlines())
    assert made["demarche_watch_engine_away"] == str(away)
    assert abs(float(made["demarche_watch_last_event_seconds"]) - (time.time() if known else 0)) < 60
