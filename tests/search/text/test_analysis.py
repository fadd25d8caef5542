"""How text becomes words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.text.analysis import WORD, WORD_LENGTH, Located, fold, searched, stems, word_pattern, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Corridor's OPEN", ["the", "corridor", "s", "open"]),
        ("Erdoğan Bülbüloğlu Əliyev Łódź Ørsted", ["erdogan", "bulbuloglu", "aliyev", "lodz", "orsted"]),
        ("Erdog\u0306an e\u0301te\u0301", ["erdogan", "ete"]),
        ("İstanbul I\u0307stanbul ISTANBUL ıstanbul", ["istanbul"] * 4),
        ("straße STRASSE ﬁne Ｗｉｄｅ", ["strasse", "strasse", "fine", "wide"]),
        ("Москва Ἀθῆναι", ["москва", "αθηναι"]),
        ("cor\u00adri\u200ddor", ["corridor"]),
        ("U.S. U.N.-led e.g. a.m", ["us", "un", "led", "eg", "am"]),
        ("S.V. Kedrov vs. A. Petrosjan", ["sv", "kedrov", "vs", "a", "petrosjan"]),
        ("10:30 1,000 3.5 2023-07-15", ["10", "30", "1", "000", "3", "5", "2023", "07", "15"]),
        ("don't d’Ivoire O'Hara", ["don", "t", "d", "ivoire", "o", "hara"]),
        ("snake_case", ["snake", "case"]),
        ("x² ½", ["x2", "1/2"]),
        ("— … - ' \x00 \ud800 \U0001f600", []),
    ],
)
def test_folded_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Azerbaijan’s ministries", ["azerbaijan", "ministri"]),
        ("Azerbaijan's ＇s s 's", ["azerbaijan", "s", "s", "s"]),
        ("generously nationalized skies dying", ["generous", "nation", "sky", "die"]),
        ("it's", ["it"]),
    ],
)
def test_stems(text: str, expected: list[str]) -> None:
    assert stems(text) == expected


def test_places_point_at_what_is_written() -> None:
    text = "“E\u0301lan” of the U.S. corridor"
    assert [place[0] for place in Located(text).places] == ["E\u0301lan", "of", "the", "U.S.", "corridor"]
    assert all(text[place.start() : place.end()] == place[0] for place in Located(text).places)


@given(st.text())
def test_any_text_has_words_that_the_engines_can_split_at_spaces(text: str) -> None:
    found = Located(text)
    assert all(word.split() == [word] for word in found.words)
    assert all(len(word) <= WORD_LENGTH for word in found.words)
    assert all(stem.split() in ([stem], []) for stem in found.stems)
    ends = [0, *(place.end() for place in found.places)]
    starts = [place.start() for place in found.places]
    assert all(end <= start for end, start in zip(ends, starts, strict=False))
    assert len(found.words) == len(found.stems) == len(found.places)


@given(st.text(st.sampled_from("aSs'’.1_- é\u0301\u200d")) | st.text())
def test_an_index_gets_the_words_that_are_located(text: str) -> None:
    found = Located(text)
    assert searched(text) == (" ".join(filter(None, found.stems)), " ".join(found.words))
    assert [place.span() for place in word_pattern(text).finditer(text)] == [
        place.span() for place in WORD.finditer(text)
    ]


@given(st.text())
@example("A.Ù0")  # no abbreviation in either form
def test_the_form_of_unicode_does_not_matter(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert words(composed) == words(decomposed)


@given(st.text(st.characters(categories=["L", "N"]), min_size=1))
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
