"""How much long work is done at once."""

from __future__ import annotations

import threading

import pytest
from flask.testing import FlaskClient

from api.errors.failures import Refused
from api.v1 import exports, slots
from api.v1.slots import Slot, release_at_end, with_slot


@pytest.fixture
def semaphore() -> threading.BoundedSemaphore:
    return threading.BoundedSemaphore(1)


def are_left(semaphore: threading.BoundedSemaphore) -> bool:
    try:
        Slot(semaphore).release()
    except Refused:
        return False
    return True


def test_what_finds_no_place_is_refused_for_a_moment(semaphore: threading.BoundedSemaphore) -> None:
    slot = Slot(semaphore)
    with pytest.raises(Refused) as refused:
        Slot(semaphore)
    assert refused.value.failure.status == 503
    assert dict(refused.value.failure.headers) == {"Retry-After": "5"}
    slot.release()
    slot.release()
    assert are_left(semaphore)


def test_a_place_is_held_to_the_last_piece(semaphore: threading.BoundedSemaphore) -> None:
    pieces = release_at_end(Slot(semaphore), iter(["a", "b"]))
    assert next(pieces) == "a"
    assert not are_left(semaphore)
    assert list(pieces) == ["b"]
    assert are_left(semaphore)


@pytest.mark.parametrize("begun", [True, False])
def test_nor_longer_than_somebody_asks_for_them(semaphore: threading.BoundedSemaphore, begun: bool) -> None:
    pieces = release_at_end(Slot(semaphore), iter(["a", "b"]))
    if begun:
        next(pieces)
    del pieces
    assert are_left(semaphore)


def test_a_view_gives_it_back_whatever_comes_of_it(semaphore: threading.BoundedSemaphore) -> None:
    @with_slot(semaphore)
    def view(number: int) -> float:
        assert not are_left(semaphore)
        return 1 / number

    assert view(2) == 0.5
    with pytest.raises(ZeroDivisionError):
        view(0)
    assert are_left(semaphore)


@pytest.mark.parametrize("path", ["/v1/statements.csv", "/v1/statements.ndjson"])
def test_exports_beyond_those_are_told_to_come_again(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, path: str, semaphore: threading.BoundedSemaphore
) -> None:
    monkeypatch.setattr(exports, "EXPORTS", semaphore)
    first = client.get(path, buffered=False)
    assert first.status_code == 200
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert answer.json
    assert answer.json["code"] == slots.BUSY.code
    assert client.get("/v1/statements").status_code == 200
    assert first.data
    assert client.head(path).status_code == 200
    assert client.get(path + "?q=)").status_code == 400
    assert client.get(path).status_code == 200
