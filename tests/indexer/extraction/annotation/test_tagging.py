from indexer.extraction.annotation.tagging import tag
from indexer.extraction.document.words import words_of


def test_a_text_is_tagged_with_places_and_organisations() -> None:
    text = "The EU warned Peru. Chile, too, wrote to NATO."
    tagged = tag(text, words_of(text))
    assert [word.bare for word in tagged.words][:4] == ["The", "EU", "warned", "Peru"]
    assert [place.codes for place in tagged.places] == [("PE",), ("CL",)]
    assert [text[each.start : each.end] for each in tagged.organisations] == ["EU", "NATO"]


def test_starts_are_those_of_what_was_found() -> None:
    text = "The EU warned Peru."
    tagged = tag(text, words_of(text))
    assert list(tagged.word_starts) == [word.start for word in tagged.words]
    assert list(tagged.place_starts) == [text.index("Peru")]
    assert list(tagged.organisation_starts) == [text.index("EU")]


def test_a_text_without_words() -> None:
    tagged = tag("…", [])
    assert not any((tagged.words, tagged.places, tagged.organisations))


def test_letters_in_brackets_are_no_word() -> None:
    text = "The office (FO) waits (now) for Riga (LV)."
    tagged = tag(text, words_of(text))
    assert [word.bare for word in tagged.words] == ["The", "office", "waits", "now", "for", "Riga", "LV"]
    assert tagged.adjacent(1)
    assert not tagged.adjacent(2)
