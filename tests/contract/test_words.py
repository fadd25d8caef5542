"""What `q` finds."""

from __future__ import annotations

from contextlib import suppress

import pytest

from schemas.filters import Filters
from schemas.query import Sort, StatementQuery
from search.engine import Engine
from search.errors import QueryError
from tests.contract.corpus import CEASEFIRE, CLOSE, EVERYTHING, GRAIN, LINE, OPEN, SIDE, TALKS, Said, split, texts

FINDS = {
    "words are stemmed": ("corridors", {OPEN, CLOSE, GRAIN}),
    "every word must match": ("corridor closed", {CLOSE, GRAIN}),
    "in any order": ("closed corridor", {CLOSE, GRAIN}),
    "case does not count": ("CORRIDORS cLoSe", {CLOSE, GRAIN}),
    "words of the speaker and of the text together": ("petrosjan corridor", {CLOSE}),
    "role and organisation": ("nations spokesman", {CEASEFIRE}),
    "the title says what it is about": ("brief", {OPEN, CLOSE, TALKS, CEASEFIRE, SIDE}),
    "words of the title and of the text together": ("notes line", {LINE}),
    "minus a word of the title": ("corridor -friday", {GRAIN}),
    "a phrase in the title": ('"yearbook of trade"', {GRAIN}),
    "no phrase in the title in other words": ('"yearbooks of trade"', set()),
    "no phrase across text and title": ('"convoy friday"', set()),
    "a prefix in the title": ("yearb*", {GRAIN}),
    "a phrase, unstemmed": ('"the corridor"', {OPEN, GRAIN}),
    "a phrase of stop words alone": ('"to be in the"', {SIDE}),
    "a phrase with stop words": ('"will never close the corridors"', {CLOSE}),
    "not the same phrase with another": ('"will never close a corridors"', set()),
    "one quoted word is exact": ('"corridors"', {CLOSE}),
    "no phrase across text and name": ('"convoy orhan"', set()),
    "no phrase across name and role": ('"demirsoy foreign"', set()),
    "a phrase within the name": ('"anna petrosjan"', {CLOSE, LINE}),
    "curly quotation marks": ("“the corridor”", {OPEN, GRAIN}),
    "unlike quotation marks": ('„the corridor"', {OPEN, GRAIN}),
    "minus": ("corridor -closed", {OPEN}),
    "minus a phrase": ('corridor -"the corridor"', {CLOSE}),
    "only minus": ("-corridor", EVERYTHING - {OPEN, CLOSE, GRAIN}),
    "two of only minus": ("-corridor -border", {SIDE, LINE}),
    "OR": ("convoy OR exclave", {OPEN, TALKS}),
    "OR binds less than words together": ("corridor convoy OR exclave talks", {OPEN, TALKS}),
    "groups": ("corridor (convoy OR year)", {OPEN, GRAIN}),
    "another spelling": ("coridor~", {OPEN, GRAIN}),
    "letters swapped": ("corirdor~1", {OPEN, GRAIN}),
    "two edits": ("kedorv~2", {GRAIN}),
    "not two edits where one was asked for": ("corrdorr~1", set()),
    "another spelling of a folded word": ("Bulbuloglou~1", {CEASEFIRE}),
    "another spelling in the title": ("yaerbook~", {GRAIN}),
    "minus another spelling": ("corridor -coridor~", {CLOSE}),
    "near": ("corridor NEAR/3 convoy", set()),
    "near enough": ("corridor NEAR/7 convoy", {OPEN}),
    "near in the other order": ("convoy NEAR/7 corridor", {OPEN}),
    "near is stemmed": ("corridors NEAR/3 closing", {CLOSE, GRAIN}),
    "near as it is written": ('"corridors" NEAR/3 close', {CLOSE}),
    "near with a phrase": ('"grain must" NEAR/2 corridor', set()),
    "near enough to the end of a phrase": ('"grain must" NEAR/3 corridor', {GRAIN}),
    "a word is not near itself": ("corridor NEAR/5 corridor", set()),
    "not near across text and name": ("convoy NEAR/20 orhan", set()),
    "near within the title": ("friday NEAR/2 brief", {OPEN, CLOSE, TALKS}),
    "not near across title and text": ("friday NEAR/20 talks", set()),
    "each near the next": ("corridor NEAR/3 open NEAR/5 convoy", {OPEN}),
    "minus near": ("corridor -(corridor NEAR/3 closed)", {OPEN}),
    "near in small letters is a word": ("corridor near convoy", set()),
    "a field": ("speaker:petrosjan", {CLOSE, LINE}),
    "a field with a phrase": ('speaker:"petrosjan anna"', {CLOSE, LINE}),
    "a country by its name": ("country:armenia", {OPEN, CLOSE, CEASEFIRE, LINE}),
    "several countries": ("speaker_country:US,RU", {SIDE, GRAIN}),
    "a field and a word": ("corridor about:UA", {GRAIN}),
    "a field or another": ("about:UA OR kind:mixed", {GRAIN, CEASEFIRE}),
    "minus a field": ("corridor -speaker_country:AM", {OPEN, GRAIN}),
    "only minus a field": ("-country:AM,AZ", {SIDE, GRAIN}),
    "fields in a group": ("corridor (source:harbour-post OR kind:direct)", {CLOSE, GRAIN}),
    "an organisation": ("organisation:nations", {CEASEFIRE}),
    "an act": ("act:demand,deny", {OPEN, LINE}),
    "when it was said": ("said:2024-05-07..2024-05-09", {OPEN, CLOSE}),
    "when it was published": ("published:2023", {GRAIN}),
    "from a day on": ("published:2024-06..", {CEASEFIRE, SIDE}),
    "minus a date, which finds what has none": ("-published:2023..", {LINE}),
    "a quoted field is text": ('"speaker:petrosjan"', set()),
    "a field before a space is text": ("closed: corridor -said: x", set()),
    "minus a group": ("corridor -(convoy OR year)", {CLOSE}),
    "OR with minus": ("convoy OR -corridor", EVERYTHING - {CLOSE, GRAIN}),
    "AND and NOT in capitals": ("corridor AND NOT closed", {OPEN}),
    "the word and in small letters": ("corridor and", set()),
    "a prefix": ("conv*", {OPEN}),
    "a prefix is not stemmed": ("corridors*", {CLOSE}),
    "a prefix of the folded word": ("BULBÜ*", {CEASEFIRE}),
    "a possessive finds the name": ("Azerbaijan", {TALKS}),
    "with a straight apostrophe": ("Azerbaijan's", {TALKS}),
    "with a curly apostrophe": ("Azerbaijan’s exclave", {TALKS}),
    "a phrase with a possessive": ('"azerbaijan\'s exclave"', {TALKS}),
    "plain letters find accents": ("bulbuloglu", {CEASEFIRE}),
    "accents find accents": ("Bülbüloğlu", {CEASEFIRE}),
    "other accents find them too": ("Búlbulôglu", {CEASEFIRE}),
    "decomposed accents": ("Bu\u0308lbu\u0308log\u0306lu", {CEASEFIRE}),
    "letters without decomposition": ("orjan", {CEASEFIRE}),
    "accents in a phrase": ('"Orjan Bulbuloğlu"', {CEASEFIRE}),
    "an abbreviation with dots": ("U.S.", {SIDE}),
    "without them": ("US", {SIDE}),
    "an apostrophe within a name": ("O’Hara", {SIDE}),
    "a compound stands together": ("cease-fire line", {LINE}),
    "a compound finds the word without its hyphen": ("cease-fires", {LINE, CEASEFIRE}),
    "and the other way round": ("ceasefires", {LINE, CEASEFIRE}),
    "with another hyphen": ("cease‑fire", {LINE, CEASEFIRE}),
    "not with a space": ("cease fires", {LINE}),
    "minus a compound": ("-ceasefire corridor", {OPEN, CLOSE, GRAIN}),
    "a name without its apostrophe": ("OHara", {SIDE}),
    "a speaker without it": ("speaker:ohara", {SIDE}),
    "a speaker with another": ('speaker:"Mary O’Hara"', {SIDE}),
    "a phrase has no compounds": ('"ceasefire"', {CEASEFIRE}),
    "nor has a prefix": ("ceasef*", {CEASEFIRE}),
    "compounds are not next to each other": ("ohara NEAR/20 side", set()),
    "a soft hyphen in a word": ("cor\u00adridor convoy", {OPEN}),
    "a compound in the wrong order": ("fire-cease", set()),
    "a time of day": ("10:30", {LINE}),
    "a dash between words": ("corridor – convoy", {OPEN}),
    "a URL is text": ("https://example.org/corridor", set()),
    "a colon in text": ("closed: corridor", {CLOSE, GRAIN}),
    "punctuation among words": ("corridor … & closed !!", {CLOSE, GRAIN}),
    "a word that nothing has": ("zebra", set()),
    "blank": ("  ", EVERYTHING),
}


@pytest.mark.parametrize(("q", "expected"), FINDS.values(), ids=FINDS.keys())
@pytest.mark.parametrize("sort", [Sort.RELEVANCE, Sort.NEWEST])
def test_finds(filled: Engine, q: str, expected: set[str], sort: Sort) -> None:
    page = filled.search(StatementQuery(q=q, sort=sort))
    assert set(texts(page)) == expected
    assert page.total.value == len(page.data) == filled.count(StatementQuery(q=q)).value


@pytest.mark.parametrize(
    "q", ['"', "“", 'a "b', "…", "-", "(", ")", "OR", "*", '"…"', "spaeker:x", "a NEAR (b)", "x~9", "x" * 1001, "\x00"]
)
def test_what_cannot_be_understood_is_the_askers_mistake(filled: Engine, q: str) -> None:
    for call in (filled.search, filled.count):
        with pytest.raises(QueryError) as raised:
            call(StatementQuery(q=q))
        assert raised.value.fault.parameter == "q"


@pytest.mark.parametrize(
    "q",
    [
        "corridor\x00closed",
        "corridor\ud800",
        "corridor \U0001f600",
        "🇦🇿",
        "a" * 1000,
        "corridor\u202e",
        "{}[]^\\/<b>corridor",
        "'",
    ],
)
def test_hostile_text_finds_or_is_refused(filled: Engine, q: str) -> None:
    with suppress(QueryError):
        filled.search(StatementQuery(q=q))


def test_relevance_puts_the_better_match_first(filled: Engine) -> None:
    page = filled.search(StatementQuery(q="border OR talks"))
    assert texts(page) == [TALKS, CEASEFIRE]


def test_equal_scores_stand_newest_first(filled: Engine) -> None:
    relevance = filled.search(StatementQuery(q="corr* -convoy", sort=Sort.RELEVANCE))
    newest = filled.search(StatementQuery(q="corr* -convoy", sort=Sort.NEWEST))
    assert [one.statement.id for one in relevance.data] == [one.statement.id for one in newest.data]


def test_what_says_a_word_ranks_above_what_is_only_titled_so(engine: Engine) -> None:
    long = "Harbours, " + "roads and railways that lead to the north, " * 20 + "whatever it takes"
    engine.replace(
        [split(Said("No.", by="A"), Said(long, by="B"), title="Harbours"), split(Said("Harbours!"), title="X")]
    )
    assert texts(engine.search(StatementQuery(q="harbour"))) == ["Harbours!", long, "No."]


@pytest.mark.parametrize("words", ["grain ships", "ships ships"])
def test_a_phrase_is_near_another_of_the_same_words_and_not_itself(engine: Engine, words: str) -> None:
    alone, apart = words, f"{words} left {words}"
    overlapping = "ships ships ships"
    engine.replace([split(Said(alone), Said(apart), Said(overlapping), Said(f"{words} and then once more {words}"))])
    found = engine.search(StatementQuery(q=f'"{words}" NEAR/2 "{words}"'))
    assert texts(found) == [apart]


@pytest.mark.parametrize("inmost", ["corridor", "corridor NEAR convoy", "country:AM"])
def test_the_deepest_groups_there_may_be(filled: Engine, inmost: str) -> None:
    q = inmost
    for _ in range(9):
        q = f"(absent OR corridor {q})"
    filled.search(StatementQuery(q=q, filters=Filters(country=("AM",))))
    with pytest.raises(QueryError) as raised:
        filled.search(StatementQuery(q=f"(absent OR corridor {q})"))
    assert raised.value.fault.code == "too-complex"
