"""What counts by keys are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemas.identity import id_of
from schemas.query import StatementQuery
from search.embedded.engine import EmbeddedEngine
from search.embedded.index.schema import key_of
from tests.contract.corpus import Said, split

SPEAKERS = ("Anahit Vardumyan", "Marit Kolstad", "Teodor Banev", "Željko Novak")
IDS = tuple(str(id_of(name)) for name in SPEAKERS)


@pytest.fixture
def engine(tmp_path: Path) -> EmbeddedEngine:
    engine = EmbeddedEngine(tmp_path / "index")
    engine.replace([split(Said("The road is open.", by=name), title=f"About {name}") for name in SPEAKERS])
    return engine


def speakers(engine: EmbeddedEngine) -> list[str]:
    found = engine.facets(StatementQuery(), ["speaker_id"], 10)["speaker_id"]
    return [bucket.label for bucket in found]


def test_a_key_stays_what_it_is() -> None:
    """Raise MAPPING_VERSION where this changes: an index holds other keys then."""
    assert key_of("Željko Novak") == 70403737628512512
    assert key_of("Željko Novak") != key_of("Zeljko Novak")


def test_names_are_looked_up_once(engine: EmbeddedEngine) -> None:
    assert engine.names.known == {}
    assert speakers(engine) == list(SPEAKERS)
    assert engine.names.known == {key_of(name): name for name in (*IDS, *SPEAKERS)}


def test_those_that_came_since_are_found(engine: EmbeddedEngine) -> None:
    assert speakers(engine) == list(SPEAKERS)
    engine.replace([split(Said("The bridge is open.", by="Davit Nersyan"), title="Another")])
    assert speakers(engine) == sorted([*SPEAKERS, "Davit Nersyan"])


def test_memory_of_them_has_an_end(engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.embedded.searching.key_names.KNOWN", 3)
    assert speakers(engine) == speakers(engine) == list(SPEAKERS)
    assert len(engine.names.known) <= 2 * len(SPEAKERS)
