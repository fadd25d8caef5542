import pytest

from indexer.extraction.dating.later_words import is_headline
from indexer.extraction.document.reading import read_document
from schemas.article import Article
from tests.indexer.extraction.marked import days


def test_a_headline_is_as_old_as_the_story_beneath() -> None:
    assert (
        days("[[Warsaw]] says {{no}}\n\n[[Polish Foreign Minister Jan Kos]] said {{no}} on Monday.")
        == ["2024-05-13"] * 2
    )


def test_a_headline_without_such_a_story_has_no_day() -> None:
    assert days("[[Warsaw]] says {{no}}\n\n[[Czech Minister Jan Kos]] said {{no}} on Monday.") == [None, "2024-05-13"]
    assert days("[[Warsaw]] says {{no}}.\n\n[[Polish Minister Jan Kos]] said {{no}} on Monday.") == [None, "2024-05-13"]


def test_next_words_in_the_paragraph_tell_the_day() -> None:
    assert days("[[Ana Silva]] hailed {{the plan}}. “{{Good}},” [[she]] said on Monday.") == ["2024-05-13"] * 2
    assert days("[[Ana Silva]] hailed {{the plan}}.\n\n“{{Good}},” [[she]] said on Monday.") == [None, "2024-05-13"]
    assert days("[[Ana Silva]] hailed {{the plan}}. “{{Bad}},” [[Jan Kos]] said on Monday.") == [None, "2024-05-13"]


def test_a_new_sentence_with_its_own_day_tells_nothing_of_the_one_before() -> None:
    assert days("[[Ana Silva]] hailed {{the plan}}. On Monday [[she]] said {{no}}.") == [None, "2024-05-13"]


@pytest.mark.parametrize(
    ("text", "headline"),
    [("Kos says no\n\nHe did.", True), ("Kos says no.\n\nHe did.", False), ("Kos says “no.”\nHe did.", False)],
)
def test_a_headline_ends_like_none(text: str, headline: bool) -> None:
    assert is_headline(read_document(Article(text)), 4) is headline


def test_a_title_is_a_headline_however_it_ends() -> None:
    assert is_headline(read_document(Article("Kos says no!\n\nHe did.", "Kos says no! ")), 4)


def test_what_stands_far_below_is_none() -> None:
    assert not is_headline(read_document(Article("It rained. " * 40 + "\n\nKos says no")), 450)
