import pytest

from indexer.extraction.extractor import Extractor
from schemas.article import Article


def speakers(title: str, text: str) -> list[str | None]:
    found = Extractor().extract(Article(text, title)).statements
    return [statement.speaker.name if statement.speaker else None for statement in found]


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        ("President Ilk opens the dam", "The president said it was safe.", ["Ilk"]),
        ("President Ilk opens the dam", "Vera Ilk came. The president said it was safe.", ["Vera Ilk"]),
        ("Prime Minister Ilk opens the dam", "The premier said it was safe.", ["Ilk"]),
    ],
)
def test_the_title_names_the_holder(title: str, text: str, names: list[str]) -> None:
    assert speakers(title, text) == names


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        ("President Ilk meets the governor", "The governor said it was safe.", ["governor"]),
        ("President Ilk lands in Lima", "The Peruvian president said it was safe.", ["Peruvian president"]),
        ("President Ilk meets President Vorn", "The president said it was safe.", ["president"]),
        ("Deputy Minister Ilk opens the dam", "The minister said it was safe.", ["minister"]),
        ("President Ilk opens the dam", "President Vorn left. The president said it was safe.", ["Vorn"]),
    ],
)
def test_another_office_is_anothers(title: str, text: str, names: list[str]) -> None:
    assert speakers(title, text) == names
