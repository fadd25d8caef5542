import time

import pytest

from indexer.web.allowance import Allowance
from indexer.web.pace import Pace
from indexer.web.transient import Transient


def test_a_host_waits_for_its_turn_and_no_other_does() -> None:
    pauses: list[float] = []
    pace = Pace(pause=pauses.append)
    pace.wait("a.example", Allowance(60))
    pace.wait("b.example", Allowance(60))
    assert pauses == []
    pace.wait("a.example", Allowance(60))
    assert pauses == [pytest.approx(1, abs=0.2)]


def test_it_really_sleeps() -> None:
    pace = Pace(interval=0.1)
    began = time.monotonic()
    for _ in range(3):
        pace.wait("a.example", Allowance(60))
    assert time.monotonic() - began >= 0.2


def test_what_would_take_too_long_is_left() -> None:
    pace = Pace(pause=lambda seconds: pytest.fail("it slept"))
    pace.rest("a.example", 100)
    with pytest.raises(Transient) as refusal:
        pace.wait("a.example", Allowance(60))
    assert str(refusal.value) == "is left alone for another 100 seconds"
    assert refusal.value.retry_after == pytest.approx(100, abs=0.5)


def test_a_longer_rest_is_not_cut_short_by_a_shorter_one() -> None:
    pace = Pace()
    pace.rest("a.example", 100)
    pace.rest("a.example", 1)
    assert pace.next["a.example"] - time.monotonic() > 90


def test_hosts_whose_turn_is_long_over_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.web.pace.HOSTS", 2)
    pace = Pace(interval=0)
    for host in ("a.example", "b.example", "c.example"):
        pace.wait(host, Allowance(60))
    assert list(pace.next) == ["c.example"]


def test_the_pauses_of_one_fetch_add_up() -> None:
    pauses: list[float] = []
    pace = Pace(interval=25, pause=pauses.append)
    allowance = Allowance(60)
    for _ in range(3):
        pace.next["a.example"] = time.monotonic() + 25
        if len(pauses) == 2:
            with pytest.raises(Transient, match="left alone"):
                pace.wait("a.example", allowance)
        else:
            pace.wait("a.example", allowance)
    assert pauses == [pytest.approx(25, abs=0.5)] * 2
