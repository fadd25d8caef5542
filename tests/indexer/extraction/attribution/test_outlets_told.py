import pytest

from indexer.extraction.attribution.outlets_told import end_of_outlet
from tests.indexer.extraction.parsed import parsed


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Ilk told Reuters Iran would answer.", "Iran"),
        ("Ilk told the BBC Sudan had left.", "Sudan"),
        ("Ilk told Al Jazeera it rained.", "it"),
        ("Ilk told the Old Renk Times strikes would end.", "strikes"),
        ("Ilk told Reuters's board it rained.", None),
        ("Ilk told Reuters.", None),
        ("Ilk told Peru it rained.", None),
        ("Ilk told the Times it rained.", None),
    ],
)
def test_what_stands_behind_an_outlet_that_is_told(text: str, behind: str | None) -> None:
    doc = parsed(text).doc
    end = end_of_outlet(doc, 2)
    assert (doc[end].text if end is not None else None) == behind
