import pytest

from tests.indexer.extraction.coreference.reading import resolved


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        ("We, the ministers of Peru and Chile, wait. [[We]] say {{no}}.", "ministers", ("CL", "PE")),
        ("[[We]], the leaders of Peru, Chile and the Netherlands, say {{no}}.", "leaders", ("CL", "NL", "PE")),
        ("[[We]], the envoys of Peru, say {{no}} of Chile.", "envoys", ("PE",)),
    ],
)
def test_we_are_those_whom_the_text_says_so(text: str, name: str, codes: tuple[str, ...]) -> None:
    (source,) = resolved(text).sources
    assert source.speaker is not None
    assert (source.speaker.name, source.speaker.countries) == (name, codes)


@pytest.mark.parametrize("text", ["[[We]] say {{no}}.", "We, the minister of Peru said. [[We]] say {{no}}."])
def test_we_are_nobody_else(text: str) -> None:
    (source,) = resolved(text).sources
    assert source.speaker is None
