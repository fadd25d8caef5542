import pytest

from indexer.extraction.annotation.title_holders import title_holders


@pytest.mark.parametrize(
    ("title", "held"),
    [
        ("President Ilk sees no risk", [("President", "Ilk")]),
        ("President Vera Ilk Says Dam Safe", [("President", "Vera Ilk")]),
        ("President Ilk: No Risk", [("President", "Ilk")]),
        ("Vera Ilk, foreign minister, resigns", [("foreign minister", "Vera Ilk")]),
        ("Minister Ilk, Governor Vorn meet in Renk", [("Minister", "Ilk"), ("Governor", "Vorn")]),
        ("President Ilk Dam Plan Fails", []),  # where the name ends is not told
        ("Former president Ilk sees no risk", []),
        ("Vera Ilk, ministers discuss roads", []),
        ("Ilk sees no risk", []),
        ("", []),
    ],
)
def test_offices_beside_names_are_read(title: str, held: list[tuple[str, str]]) -> None:
    assert [(each.office.span.of(title), each.name) for each in title_holders(title)] == held
