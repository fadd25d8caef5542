import pytest

from indexer.extraction.coreference.speakers.locations import Locations
from tests.indexer.extraction.coreference.reading import annotated


def codes(text: str, word: str = "minister") -> set[str]:
    """Of somebody who is named in the last sentence of a paragraph."""
    begin = text.rindex(". ", 0, text.index(word)) + 2 if ". " in text[: text.index(word)] else 0
    return set(Locations.of(text, 0, annotated(text).places).codes(text.index(word), begin, len(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Kremlin waits, the minister said.", {"RU"}),
        ("It rained in Madrid. The minister left.", {"ES"}),
        ("Chile’s oil ministry said so in Peru. The minister left.", {"CL"}),
        ("It rained over Chile. The minister left.", {"CL"}),
        ("It rained over Chile and Peru. The minister left.", set()),
        ("It rained. The minister left.", set()),
        ("The minister of Chile left.", set()),
    ],
)
def test_a_house_of_state_a_town_or_the_first_country_tells_where_a_paragraph_is_set(
    text: str, found: set[str]
) -> None:
    assert codes(text) == found


def test_a_capital_of_a_dateline_is_no_town_at_hand() -> None:
    assert codes("OSLO - It rained. The minister left.") == set()
