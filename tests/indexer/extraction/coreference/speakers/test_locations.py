import pytest

from indexer.extraction.coreference.offices.phrase_index import PhraseIndex
from indexer.extraction.coreference.speakers.locations import Locations
from schemas.statement import Span
from tests.indexer.extraction.coreference.reading import annotated


def codes(text: str, word: str = "minister") -> set[str]:
    """Of somebody who is named in the last sentence of a paragraph."""
    begin = text.rindex(". ", 0, text.index(word)) + 2 if ". " in text[: text.index(word)] else 0
    annotations = annotated(text)
    phrases = PhraseIndex.of(text, annotations.role_phrases)
    locations = Locations.of(annotations, phrases, Span(0, len(text)), sorted({0, begin}))
    return set(locations.codes(text.index(word), Span(begin, len(text)), text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Kremlin waits, the minister said.", {"RU"}),
        ("The minister told the Kremlin so.", {"RU"}),
        ("The minister left the Kremlin.", set()),
        ("The Kremlin waited. The minister left.", {"RU"}),
        ("Chile’s oil ministry said so in Peru. The minister left.", {"CL"}),
        ("Madrid objected. The minister left.", {"ES"}),
        ("It rained in Madrid. The minister left.", set()),
        ("Chile’s president went to Peru. The minister left.", set()),
        ("It rained over Chile. The minister left.", set()),
        ("The minister of Chile left.", set()),
    ],
)
def test_a_house_of_state_or_a_government_that_acts_tells_whose_an_office_is(text: str, found: set[str]) -> None:
    assert codes(text) == found
