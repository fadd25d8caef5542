import pytest

from indexer.extraction.document.joint_marks import MARK, mark_at, read_marks
from schemas.statement import Span


def read(text: str) -> str:
    """Each mark as "<" or ">"; "|" in the text stands before or behind one at a joint, and is left out."""
    plain = text.replace("|", "")
    joints, at = set(), 0
    for character in text:
        if character == "|":
            joints |= {at, at - 1}
        else:
            at += 1
    places = [found.start() for found in MARK.finditer(plain)]
    marks = [mark_at(plain, Span(0, len(plain)), place, place in joints) for place in places]
    return "".join("<" if opens else ">" for opens in read_marks(marks))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('He said "no" and "yes".', "<><>"),
        ('It rained.|"We left," he said.', "<>"),
        ('"It rained."|He left.', "<>"),
        ('"It rained."|"We left," he said.', "<><>"),
        ('He said: "It rained.|"We left."|Then "this" came.', "<<><>"),
        ('a "farce"The sea', "<>"),
        ("“It rained.”|“We left.”", "<><>"),
        ("He said ”no” to it.", "<>"),
        ("Nothing", ""),
    ],
)
def test_marks_are_read_so_that_the_fewest_are_wrong(text: str, told: str) -> None:
    assert read(text) == told
