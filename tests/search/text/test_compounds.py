"""Words joined of parts are one word too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.compounds import compounds, joined_stem, joined_stems, name_forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("O'Leary", {"oleary": "O'Leary"}),
        ("O’Leary’s S-400 and a cease‑fire", {"oleary": "O’Leary", "s400": "S-400", "ceasefire": "cease‑fire"}),
        ("al-Sa'di", {"alsadi": "al-Sa'di", "sadi": "Sa'di"}),
        ("state-of-the-art", {"stateoftheart": "state-of-the-art"}),
        ("don't", {"dont": "don't"}),
        ("Co\u00ad-op é-e\u0301", {"coop": "Co\u00ad-op", "ee": "é-e\u0301"}),
        ("10-15 2023-07-15", {}),
        ("Azerbaijan's it's x’s", {}),
        ("a – b a--b 'quoted' states' -a", {}),
    ],
)
def test_compounds_and_where_they_stand(text: str, expected: dict[str, str]) -> None:
    assert {each.word: text[each.start : each.end] for each in compounds(text)} == expected


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Cease-fires", "ceasefir"),
        ("O'Leary's!", "oleari"),
        ("ceasefire", ""),
        ("a cease-fire", ""),
        ("cease-fire,truce", ""),
        ("10-15", ""),
    ],
)
def test_the_stem_of_a_text_that_is_one(text: str, stem: str) -> None:
    assert joined_stem(text) == stem


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Amos O'Leary", {"amos o leary", "amos oleary"}),
        ("Hassan al-Sa'di", {"hassan al sa di", "hassan alsadi", "hassan al sadi"}),
        ("Anna Petrosjan", {"anna petrosjan"}),
        ("…", set()),
    ],
)
def test_the_forms_of_a_name(name: str, forms: set[str]) -> None:
    assert set(map(" ".join, name_forms(name))) == forms


@given(st.text(st.sampled_from("aSs'’1- é\u0301\u00ad")) | st.text())
def test_compounds_are_words_of_the_text_in_order(text: str) -> None:
    found = list(compounds(text))
    assert all(each.word.split() in ([each.word], []) and 0 <= each.start < each.end <= len(text) for each in found)
    assert all(name_forms(text) or not each.word for each in found)
    assert len(joined_stems(text, text)) <= len(found)


@pytest.mark.parametrize("text", ["a" * 100_000, "a-" * 50_000, "a'" * 50_000, "a\u0301" * 50_000, "a-'" * 30_000])
def test_a_long_word_takes_no_longer_than_a_long_text(text: str) -> None:
    assert len(list(compounds(text))) <= 2
