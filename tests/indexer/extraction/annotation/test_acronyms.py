from indexer.extraction.annotation.acronyms import find_acronyms
from indexer.extraction.annotation.roles.phrases import find_role_phrases
from indexer.extraction.annotation.tagging import tag
from indexer.extraction.document.words import words_of


def acronyms(text: str) -> dict[str, tuple[str, bool]]:
    found = find_acronyms(text, find_role_phrases(tag(text, words_of(text))))
    return {letters: (text[each.phrase.start : each.phrase.end], each.in_brackets) for letters, each in found.items()}


def test_letters_stand_for_the_body_before_them() -> None:
    assert acronyms("the Upland Press Agency (UPA) said") == {"UPA": ("the Upland Press Agency", True)}
    assert acronyms("the party UPA said") == {"UPA": ("the party", False)}
    assert acronyms("the upland agency, KCNA, said") == {"KCNA": ("the upland agency", False)}


def test_the_first_body_before_them_counts() -> None:
    assert acronyms("the Upland Press Agency (UPA) and the party UPA")["UPA"] == ("the Upland Press Agency", True)


def test_letters_may_be_joined_to_others() -> None:
    assert set(acronyms("the agency UPA-TV's plan")) == {"UPA", "UPA-", "UPA-TV"}


def test_words_people_and_letters_further_away_are_none() -> None:
    assert acronyms("the agency (Upland) and the minister UPA") == {}
    assert acronyms("the agency said UPA left") == {}


def test_letters_may_be_the_initials_of_a_body() -> None:
    found = acronyms("the Federal Government of Peru said")
    assert found == {"FG": ("the Federal Government of Peru", True), "FGP": ("the Federal Government of Peru", True)}
    assert acronyms("the Upland Press spokesman and the ministry of trade") == {}
