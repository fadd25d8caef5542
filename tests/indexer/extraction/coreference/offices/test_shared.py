import pytest

from tests.indexer.extraction.coreference.reading import resolved


def roles(text: str) -> dict[str, str | None]:
    return {entity.name: getattr(entity, "role", None) for entity in resolved(text).entities.values()}


@pytest.mark.parametrize(
    "text",
    [
        "Foreign ministers Ana Silva of Peru and Jan Kos of Poland met.",
        "Foreign ministers Ana Silva, Eva Lund and Jan Kos met.",
        "The foreign ministers of Peru, Chile and Poland met. Peru's Ana Silva met Poland's Jan Kos.",
    ],
)
def test_each_of_several_holds_the_office(text: str) -> None:
    assert {role.lower() for name, role in roles(text).items() if name in ("Ana Silva", "Jan Kos") and role} == {
        "foreign minister"
    }


def test_whoever_is_of_another_country_or_further_down_does_not() -> None:
    assert roles("The ministers of Peru and Chile met. Poland's Jan Kos came.")["Jan Kos"] is None
    assert roles("Ministers Ana Silva and Eva Lund met while Jan Kos slept.")["Jan Kos"] is None
