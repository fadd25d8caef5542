import pytest

from indexer.extraction.annotation.places.toponyms import find_places
from indexer.extraction.model.annotation import ToponymKind


def sides(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(place.span.of(text), place.codes) for place in find_places(text) if place.kind is ToponymKind.SIDE]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("North Korea fired. The North said so, and the South’s army left.", [("North", ("KP",)), ("South", ("KR",))]),
        ("The South called on Pyongyang.", [("South", ("KR",))]),
        ("South Korea waits. The South said so.", []),
        ("It rains in the North.", []),
        ("North Korea left the South China Sea and the North of Peru.", []),
        ("North Korea and South Sudan met. The South said so.", []),
    ],
)
def test_the_north_and_the_south_are_the_koreas_where_the_north_is_named(
    text: str, told: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert sides(text) == told
