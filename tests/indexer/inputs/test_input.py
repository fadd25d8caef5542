"""Where an article came from, as it is told, and what lies within an input."""

import io

import pytest

from indexer.inputs.input import SHOWN, Input, Origin

STREAM = io.BufferedReader(io.BytesIO(b""))


@pytest.mark.parametrize(
    ("origin", "told"),
    [
        (Origin("a.txt"), "a.txt"),
        (Origin("a.ndjson", line=7), "a.ndjson:7"),
        (Origin("a.zip", line=7, member="b.csv"), "a.zip:b.csv:7"),
        (Origin("https://a.example/?token=secret"), "https://a.example/?token=***"),
    ],
)
def test_an_origin_is_told_without_what_lets_somebody_in(origin: Origin, told: str) -> None:
    assert str(origin) == told


def test_a_part_is_known_by_the_way_to_it() -> None:
    archive = Input(Origin("a.zip"), STREAM, columns={"title": "headline"})
    inner = archive.within("b.zip", STREAM, suffix=".zip")
    assert inner.inside("c.csv") == Origin("a.zip", member="b.zip/c.csv")
    assert inner.at(3) == Origin("a.zip", line=3, member="b.zip")
    assert (inner.suffix, inner.columns) == (".zip", {"title": "headline"})


def test_a_long_name_of_a_part_is_cut() -> None:
    assert Input(Origin("a.zip"), STREAM).inside("b" * 60_000).member == "b" * SHOWN + "…"
