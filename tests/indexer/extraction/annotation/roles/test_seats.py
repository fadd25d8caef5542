import pytest

from tests.indexer.extraction.coreference.reading import annotated


@pytest.mark.parametrize(
    ("text", "phrase", "role", "organisation"),
    [
        (
            "The Foreign, Commonwealth and Development Office spokesman left.",
            "The Foreign, Commonwealth and Development Office spokesman",
            "spokesman",
            "Foreign, Commonwealth and Development Office",
        ),
        (
            "A spokesman for the Foreign, Commonwealth & Development Office left.",
            "A spokesman for the Foreign, Commonwealth & Development Office",
            "spokesman",
            "Foreign, Commonwealth & Development Office",
        ),
    ],
)
def test_an_office_has_the_whole_name_of_its_house(text: str, phrase: str, role: str, organisation: str) -> None:
    found = annotated(text).role_phrases[0]
    assert (found.span.of(text), found.role, found.organisation) == (phrase, role, organisation)
    assert found.codes == ("GB",)


def test_an_office_that_has_all_of_the_name_stays_as_it_is() -> None:
    text = "The Foreign Office spokesman left."
    assert [each.span.of(text) for each in annotated(text).role_phrases] == ["The Foreign Office spokesman"]
