import pytest

from indexer.extraction.identity.body_phrases import is_somebody_of, name_of_body
from indexer.extraction.model.coreference import Body, Person


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Budget Office", "Budget Office"),
        ("nonpartisan Budget Office", "Budget Office"),
        ("foreign ministry of Portugal", "foreign ministry of Portugal"),
        ("government", "government"),
        ("foreign ministry in Lisbon", "foreign ministry"),
        ("Foreign Ministry in Lisbon", "Foreign Ministry"),
        ("government in exile", "government in exile"),
        ("Association of Workers in Ports", "Association of Workers in Ports"),
        ("retired Portuguese border guard", "retired Portuguese border guard"),
        ("Portuguese parliament in July", "Portuguese parliament"),
        ("Spanish embassy in Lisbon", "Spanish embassy in Lisbon"),
        ("authorities in Lisbon", None),
        ("management of the Office", None),
        ("pro-Lisbon group", "pro-Lisbon group"),
    ],
)
def test_the_name_of_a_body_begins_with_a_capital_or_its_word(phrase: str, expected: str | None) -> None:
    assert name_of_body(phrase) == expected


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Taliban", False),
        ("the Taliban", False),
        ("Their Taliban", False),
        ("Taliban member", True),
        ("some Taliban", True),
        ("members of the Taliban", True),
        ("Taliban in Kabul", False),
        ("Taliban News Agency", False),
        ("Taliban/Harbour Post poll in May", True),
        ("Ana Taliban", True),
        ("Kabul", False),
    ],
)
def test_somebody_of_a_body_is_not_the_body(shown: str, expected: bool) -> None:
    assert is_somebody_of(Body("b", "Taliban", 0), shown) is expected
    assert not is_somebody_of(Person("p", "Taliban", 0), shown)
