"""How long each file of tests took, the slowest first: in that order they are given to the processes that run them.

`pytest --write-seconds`, which is `make test-seconds`, measures and writes seconds.csv anew; how long they take
elsewhere matters little, only which take longer. A file that is not in it counts as quick. `pytest --fast`, which is
`make test-fast`, leaves out the slow ones, and every test that asks for Elasticsearch or a browser.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILE = Path(__file__).with_suffix(".csv")
FAST = 1.5  # seconds that a file of the fast half takes at most
DEAR = ("elasticsearch_url", "chromium_path")  # fixtures
SHOWN = 0.1  # seconds; a file that takes less is not worth a line


@cache
def measured() -> dict[str, float]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["file"]: float(row["seconds"]) for row in csv.DictReader(file)}


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("demarche")
    group.addoption("--fast", action="store_true", help="only what is fast, and needs no Elasticsearch or browser")
    group.addoption(
        "--write-seconds", action="store_true", help=f"write {FILE.name} anew, from how long files take now"
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    if config.getoption("--fast") and seconds(collection_path) > FAST:
        return True
    return None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--fast"):
        dear = [item for item in items if is_dear(item)]
        config.hook.pytest_deselected(items=dear)
        items[:] = [item for item in items if not is_dear(item)]
    items.sort(key=lambda item: (-seconds(item.path), str(item.path)))


def is_dear(item: pytest.Item) -> bool:
    parameters = (
        item.callspec.params.values() if isinstance(item, pytest.Function) and hasattr(item, "callspec") else ()
    )
    return "elasticsearch" in parameters or any(name in DEAR for name in getattr(item, "fixturenames", ()))


def seconds(path: Path) -> float:
    return measured().get(relative(path), 0)


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


def write_seconds(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.getplugin("terminalreporter")
    if reporter is None or not session.config.getoption("--write-seconds"):
        return
    took: dict[str, float] = defaultdict(float)
    for reports in reporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport):
                took[report.nodeid.partition("::")[0]] += report.duration
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["file", "seconds"])
        slowest_first = sorted(took.items(), key=lambda entry: (-round(entry[1], 1), entry[0]))
        writer.writerows((name, f"{each:.1f}") for name, each in slowest_first if each >= SHOWN)
