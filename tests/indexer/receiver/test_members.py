"""Members that Demarche does not know."""

import pytest

from indexer.receiver.members import MOST, unknown_members
from schemas.ingestion import Flaw


@pytest.mark.parametrize(
    ("document", "flaw"),
    [
        ({"titel": "A"}, Flaw("titel", "'titel' is no member of an article", "did you mean title?")),
        ({"body": "A"}, Flaw("body", "'body' is no member of an article", "did you mean text?")),
        ({"source": {"nam": "A"}}, Flaw("source.nam", "'nam' is no member of a source", "did you mean name?")),
        (
            {"statements": [{}, {"speaker": {"xyzzy": 1}}]},
            Flaw("statements.1.speaker.xyzzy", "'xyzzy' is no member of a speaker", None),
        ),
        ({"a\n\x1b[1m": 1}, Flaw("a\ufffd\ufffd[1m", "'a\ufffd\ufffd[1m' is no member of an article", None)),
    ],
)
def test_each_is_named_with_what_was_meant(document: dict[str, object], flaw: Flaw) -> None:
    assert unknown_members({"text": "A text."} | document) == [flaw]


@pytest.mark.parametrize("document", [{"text": "A"}, {"statements": "none"}, {"source": "Herald"}, {"statements": [7]}])
def test_known_ones_and_what_has_none_are_left_to_others(document: dict[str, object]) -> None:
    assert unknown_members(document) == []


def test_the_first_are_named() -> None:
    assert len(unknown_members({f"member-{number}": 1 for number in range(100)})) == MOST
