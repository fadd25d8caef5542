from __future__ import annotations

import pytest

from tests.indexer.extraction.documents import document

ASKED = "Harbour Post: Is it deep?\n\n{who}: {first}\n\nHarbour Post: And wide?\n\n{who}: {second}"
FIRST, SECOND = "It is as deep as we could dig.", "No, the mountain was in the way."


def answers(text: str) -> list[list[str]]:
    return [[span.of(text) for span in turn.spans] for turn in document(text).turns if not turn.asks]


@pytest.mark.parametrize("who", ["Voss", "VOSS", "Mirela Voss", "de Wal", "Voss (minister)", "**Voss**", "A", "— Voss"])
def test_what_stands_behind_who_answers_is_theirs(who: str) -> None:
    assert answers(ASKED.format(who=who, first=FIRST, second=SECOND)) == [[FIRST], [SECOND]]


@pytest.mark.parametrize(("who", "is_named"), [("Voss", True), ("A", False), ("Answer", False)])
def test_a_letter_names_nobody(who: str, is_named: bool) -> None:
    turns = document(ASKED.format(who=who, first=FIRST, second=SECOND)).turns
    assert [turn.is_named for turn in turns] == [True, is_named, True, is_named]


def test_a_name_may_be_short_after_its_first_turn() -> None:
    text = ASKED.format(who="Voss", first=FIRST, second=SECOND).replace("Voss:", "Mirela Voss:", 1)
    assert answers(text) == [[FIRST], [SECOND]]


def test_marks_around_a_whole_answer_are_not_part_of_it() -> None:
    assert answers(ASKED.format(who="Voss", first=f"“{FIRST}”", second=SECOND)) == [[FIRST], [SECOND]]


def test_an_answer_has_a_span_for_each_paragraph_but_none_for_asides() -> None:
    text = ASKED.format(who="Voss", first=f"{FIRST}\n\n(She laughs.)\n\nThe rest is rock.", second=SECOND)
    assert answers(text) == [[FIRST, "The rest is rock."], [SECOND]]


def test_the_last_answer_goes_on_as_long_as_it_says_i_or_we() -> None:
    text = ASKED.format(who="Voss", first=FIRST, second=f"{SECOND}\n\nWe asked it to move.\n\nThe talk was cut.")
    assert answers(text)[-1] == [SECOND, "We asked it to move."]


@pytest.mark.parametrize(
    "text",
    [
        "Reds: 41.\n\nBlues: 38.\n\nReds: 12 above.\n\nBlues: who counts?",
        "Monday: Rain falls on all of the coast.\n\nTuesday: Snow.\n\nMonday: Rain again.\n\nTuesday: Snow again.",
        ASKED.format(who="Voss", first=FIRST, second=SECOND).rpartition("Harbour Post:")[0],
        "Voss: Why is it deep?\n\nIlk: Why not?\n\nVoss: And how wide?\n\nIlk: How wide is a mountain?",
    ],
    ids=["figures", "nobody asks", "one answer", "nobody answers"],
)
def test_lists_and_single_labels_are_no_interview(text: str) -> None:
    assert answers(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q: Did you sign?\n\nA: We signed on Friday.", [["We signed on Friday."]]),
        ("Reporter: Is she ill?\n\nSpokesman: She is well and working.", [["She is well and working."]]),
        ("IVO PELL, HOST: Is it?\n\nANA VOSS, MINISTER: It is open.\n\nPELL: Good.", [["It is open."]]),
        ("ANA VOSS (minister): It is open.\n\nIVO PELL (envoy): It is not?", [["It is open."], ["It is not?"]]),
        ("VOSS: It is open now.\n\n(LAUGHTER)\n\nVOSS: It was shut.", [["It is open now."], ["It was shut."]]),
        (
            "VOSS: It is open now.\n\n(on camera): It was shut.\n\nVOSS: So.",
            [["It is open now.", "It was shut."], ["So."]],
        ),
        (
            "The Post: Is it?\n\nAna Voss: It is open now.\n\nThe Sun: Why?\n\nAna Voss: We dug it deep.",
            [["It is open now."], ["We dug it deep."]],
        ),
        (
            "Ivo Pell: Is it?\n\nAna Voss: It is open now.\n\nIP: Why so?\n\nAV: We dug it out.",
            [["It is open now."], ["We dug it out."]],
        ),
    ],
)
def test_labels_may_tell_of_a_talk_by_themselves(text: str, expected: list[list[str]]) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "VOSS (voice-over): The fleet left on Monday.",
        "Date: 14 May 2024\n\nPlace: Malmo\n\nSubject: Fees",
        "Breakfast: eggs and bread.\n\nLunch: soup.",
        "Minister of Ports: Ana Voss\n\nMinister of Trade: Ivo Pell",
        "Minister Ana Voss: “It is open now.”\n\nMinister Ivo Pell: “It is not open.”",
    ],
)
def test_a_few_labels_of_lists_and_quotes_tell_nothing(text: str) -> None:
    assert answers(text) == []


def test_initials_are_read_as_the_name_before() -> None:
    text = "Ivo Pell: Is it?\n\nAna Voss: It is open now.\n\nIP: Why so?\n\nAV: We dug it out."
    turns = document(text).turns
    assert [turn.label.of(text) for turn in turns] == ["Ivo Pell", "Ana Voss"] * 2
