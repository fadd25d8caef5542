"""Parts of an interrupted statement: words are found in all of them, phrases and NEAR within one alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from schemas.query import StatementQuery
from schemas.wire.fragments import fragments
from search.engine import Engine
from search.opening import open_engine
from tests.contract.corpus import Said, split
from tests.elasticsearch.indices import Addresses

INTERRUPTED = Said("The ferry is late,", by="Vera Ilk", then=("we waited for the cease-", "fire to be signed"))


@pytest.fixture(scope="module")
def parted(fresh_address: Addresses) -> Iterator[Engine]:
    with open_engine(fresh_address()) as engine:
        engine.replace([split(INTERRUPTED, title="Notes")])
        yield engine


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("late waited", "The ferry is <mark>late</mark>, … we <mark>waited</mark> for the cease- … fire to be signed"),
        ('"we waited"', "The ferry is late, … <mark>we waited</mark> for the cease- … fire to be signed"),
        (
            '"is late" NEAR ferry',
            "The <mark>ferry</mark> <mark>is late</mark>, … we waited for the cease- … fire to be signed",
        ),
        (
            "ferry NEAR/3 late",
            "The <mark>ferry</mark> is <mark>late</mark>, … we waited for the cease- … fire to be signed",
        ),
        ("sign*", "The ferry is late, … we waited for the cease- … fire to be <mark>signed</mark>"),
        ("ilk", None),
    ],
)
def test_what_stands_within_a_part_is_found_and_marked(parted: Engine, q: str, expected: str | None) -> None:
    (found,) = parted.search(StatementQuery(q=q)).data
    assert fragments(*found.marked) == ([expected] if expected else [])


@pytest.mark.parametrize(
    "q",
    [
        '"late we"',
        '"late, … we waited"',
        "late NEAR/1 we",
        "ferry NEAR/20 waited",
        '"is late" NEAR/20 "we waited"',
        "late-we",
        "ceasefire",
        "cease-fire",
        '"signed vera"',
    ],
)
def test_nothing_matches_across_two_parts(parted: Engine, q: str) -> None:
    assert parted.count(StatementQuery(q=q)).value == 0


def test_nothing_is_marked_across_two_parts(parted: Engine) -> None:
    (found,) = parted.search(StatementQuery(q='waited OR "late we" OR ferry NEAR/20 signed')).data
    assert [span.of(found.statement.text) for span in found.highlight] == ["waited"]
