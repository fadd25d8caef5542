"""What the processes that run tests side by side need not each do, see docs/decisions/tests.md.

Each of them collects all tests. Of the files, each first imports its share, so that what pytest makes of the asserts in
them is made once, and read by the others. They report a test once, and not also that it was set up and torn down, where
nobody asks how long that took.
"""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol

ROOT = Path(__file__).parents[1]


def is_one_of_several(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


def import_share(session: pytest.Session) -> None:
    """Of all files that will be collected. One that can't be imported is told where it is collected."""
    config = session.config
    if not is_one_of_several(config) or [Path(arg).resolve() for arg in config.args] != [ROOT / "tests"]:
        return
    files = [
        path
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if not config.hook.pytest_ignore_collect(collection_path=path, config=config)
    ]
    number, count = int(config.workerinput["workerid"].removeprefix("gw")), config.workerinput["workercount"]
    for path in files[number::count]:
        with suppress(Exception):
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """As pytest's own does; of a test that went well the call alone is reported."""
    option = item.config.option
    if not is_one_of_several(item.config) or option.write_seconds or option.durations is not None:
        return None
    reports = runtestprotocol(item, log=False, nextitem=nextitem)
    went_well = all(report.passed for report in reports)
    for report in reports:
        if report.when == "call" or not went_well:
            item.ihook.pytest_runtest_logreport(report=report)
    return True
