import pytest

from indexer.extraction.annotation.places.surnames import is_a_surname


@pytest.mark.parametrize("text", ["Nadia Jordan came.", "Ms Jordan came.", "Sen. Jordan came."])
def test_a_surname(text: str) -> None:
    assert is_a_surname(text, "Jordan")


@pytest.mark.parametrize(
    "text",
    [
        "Jordan came.",
        "In Jordan it rained.",
        "Air Jordan flew.",
        "Nadia Jordan Kos came.",
        "UN Jordan office",
        "Peru Jordan talks",
    ],
)
def test_no_surname(text: str) -> None:
    assert not is_a_surname(text, "Jordan")
