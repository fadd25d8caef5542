"""What tells that two articles carry the same text."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.article import Article
from search.text.shingles import BANDS, COMPARED, FEWEST_WORDS, LEAD_BANDS, LEAD_WORDS, Shingled, body

WORDS = [f"{first}{last}" for first in ("bar", "cor", "dun", "fel", "gom", "har") for last in "aeioulmnrst"]


def prose(seed: int, words: int) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=words))


TEXT = prose(1, 400)


def of(text: str, title: str = "") -> Shingled:
    return Shingled.of(Article(text, title))


@pytest.mark.parametrize(
    "other",
    [
        "THE MINISTRY OF CHISINAU – “Vasara” – HAS\r\n\r\nANSWERED.",
        "The ministry of Chișinău: Vāsāra has answered",
        "The  ministry of Chis\u0326ina\u0306u, Vasara, has answered …",
    ],
)
def test_the_same_words_are_the_same_text(other: str) -> None:
    assert of(other).fingerprint == of("The ministry of Chişinău, Vasara, has answered.").fingerprint


@pytest.mark.parametrize(
    "other", ["Vasara has answered the ministry.", "The ministry has answered", "The ministry Vasara answered has."]
)
def test_other_words_or_another_order_are_another_text(other: str) -> None:
    assert of(other).fingerprint != of("The ministry Vasara has answered.").fingerprint


def test_a_text_without_words_is_known_by_its_signs() -> None:
    assert of("…").fingerprint != of("—").fingerprint
    assert of("…").bands == ()


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Body.\nMore.", "", "Body.\nMore."),
        ("Categories: 2022\r\nSource: Danube Post\r\n\r\nA headline\r\n\r\nBody.", "A headline", "Body."),
        ("  A  HEADLINE\nBody.", "A headline", "Body."),
        ("A headline that goes on\nBody.", "A headline", "A headline that goes on\nBody."),
        ("Body.\nSource: Danube Post", "", "Body.\nSource: Danube Post"),
        ("Minister: " + "word " * 60 + "\nBody.", "", "Minister: " + "word " * 60 + "\nBody."),
    ],
)
def test_header_and_headline_stand_before_the_text(text: str, title: str, expected: str) -> None:
    assert body(text, title) == expected


def test_an_article_that_is_nothing_but_a_headline_is_known_by_it() -> None:
    assert of("Talks begin", "Talks begin").fingerprint == of("Talks begin").fingerprint
    assert of("Talks begin", "Talks begin").fingerprint != of("Talks end", "Talks end").fingerprint


def test_few_words_have_no_bands() -> None:
    assert of(prose(1, FEWEST_WORDS - 1)).bands == ()
    assert len(of(prose(1, FEWEST_WORDS)).bands) == BANDS + LEAD_BANDS


def test_the_share_is_of_the_shorter_text() -> None:
    half = of(" ".join(TEXT.split()[:200]))
    assert of(TEXT).share(half) == half.share(of(TEXT)) == 1.0
    assert of(f"{prose(2, 198)} {' '.join(TEXT.split()[:202])}").share(of(TEXT)) == pytest.approx(0.5, abs=0.01)
    assert of(TEXT).share(of("Few words.")) == of("Few words.").share(of("Few words.")) == 0.0
    assert of(TEXT).share(of(" ".join(reversed(TEXT.split())))) < 0.1


@given(st.lists(st.sampled_from(WORDS[:8]), min_size=FEWEST_WORDS, max_size=60))
def test_shingles_are_the_runs_of_three_words(words: list[str]) -> None:
    runs = {tuple(words[at : at + 3]) for at in range(len(words) - 2)}
    assert len(of(" ".join(words)).shingles) == len(runs)


def test_bands_are_found_alike_as_often_as_theory_says() -> None:
    """Of two texts with a common half, the Jaccard similarity is a third: a band is the same in one of 81."""
    common = 0
    pairs = 150
    for seed in range(pairs):
        half = prose(seed, 1_000)
        one, two = (of(f"{prose(1_000 + seed + n, 1_000)} {half}") for n in (0, 500))
        common += sum(a == b for a, b in zip(one.bands[:BANDS], two.bands[:BANDS], strict=True))
    assert common / (pairs * BANDS) == pytest.approx(1 / 81, rel=0.35)


def test_what_is_cut_behind_its_lead_shares_a_band_and_strangers_none() -> None:
    cut = missed = strangers = 0
    for seed in range(100):
        text = prose(seed, 600)
        lead = of(" ".join(text.split()[: LEAD_WORDS + 10]))
        missed += set(lead.bands).isdisjoint(of(text).bands)
        cut += set(lead.bands[:BANDS]).isdisjoint(of(text).bands[:BANDS])
        strangers += not set(of(text).bands).isdisjoint(of(prose(seed + 500, 600)).bands)
    assert (missed, strangers) == (0, 0)
    assert cut > 80  # that the bands of the whole alone would miss


def test_bands_stay_the_same_from_version_to_version() -> None:
    """Raise MAPPING_VERSION where this changes: an index holds bands of another kind then."""
    assert of(TEXT).bands[:2] + of(TEXT).bands[-1:] == ("3d2266d2", "32491e77", "8ccc5818")
    assert of(TEXT).fingerprint == "65f0b09f895a991384b2241097acedaf"


def test_words_far_behind_are_not_compared() -> None:
    text = prose(1, COMPARED // 4)[:COMPARED]
    long, longer = of(text + prose(2, 5_000)), of(text + prose(3, 50_000))
    assert np.array_equal(long.shingles, longer.shingles)
    assert long.fingerprint != longer.fingerprint
