from __future__ import annotations

from typing import Any

import pytest

from indexer.inputs.result import Refusal
from indexer.interchange.statements import DEEPEST, LONGEST, MOST, MOST_SPANS, SHOWN, load
from schemas.article import Article
from schemas.statement import Basis, Sentence, Span, Speaker, Statement, Target

TEXT = "Vera Ilk said that the ferry would sail. " * 2_000


def statement(*spans: tuple[int, int], **more: object) -> dict[str, Any]:
    return {"kind": "indirect", "spans": [list(span) for span in spans], **more}


def taken(*statements: dict[str, Any], **more: object) -> int:
    given = {"statements": list(statements), **more}
    return len(load(Article(TEXT), given).statements)


def refusal(*statements: dict[str, Any], **more: object) -> str:
    with pytest.raises(Refusal) as refused:
        taken(*statements, **more)
    return str(refused.value)


def test_as_many_statements_as_an_article_may_have() -> None:
    assert taken(*[statement((at, at + 4)) for at in range(0, 4_000, 4)]) == 1_000
    assert refusal(*[statement((0, 1))] * (MOST + 1)) == "statements: more than 10,000 statements"


def test_as_many_spans_as_a_statement_may_have() -> None:
    spans = [(at, at + 1) for at in range(0, 2 * MOST_SPANS, 2)]
    assert taken(statement(*spans)) == 1
    assert refusal(statement(*spans, (900, 901))) == "statements.0.spans: has none, or more than 200"
    assert refusal(statement()) == "statements.0.spans: has none, or more than 200"


def test_as_long_as_a_statement_may_be() -> None:
    assert taken(statement((0, LONGEST))) == 1
    assert refusal(statement((0, 4)), statement((0, LONGEST), (LONGEST + 1, LONGEST + 2))) == (
        "statements.1.spans: they hold 50,001 characters, more than the 50,000 of the longest statement"
    )


def test_as_many_statements_as_may_hold_the_same_words() -> None:
    several = [statement((at, 100)) for at in range(DEEPEST)]
    assert taken(*several, statement((100, 120))) == DEEPEST + 1
    assert refusal(*several, statement((99, 120))) == (
        "statements.20.spans: more than 20 statements hold the words at 99"
    )


@pytest.mark.parametrize("member", ["countries", "territories"])
def test_as_many_places_as_there_are(member: str) -> None:
    many = ["AM"] * 301
    assert refusal(**{member: many}) == f"{member}: has more than 300"
    assert refusal(statement((0, 4), **{member: many})) == f"statements.0.{member}: has more than 300"


def test_a_speaker_s_countries_are_as_many() -> None:
    speaker = {"name": "Ilk", "mention": [5, 8], "countries": ["AM"] * 301}
    assert refusal(statement((0, 4), speaker=speaker)) == "statements.0.speaker.countries: has more than 300"


def test_an_id_is_taken_as_it_is_given() -> None:
    speaker = {"id": "person:vera-ilk", "name": "Vera Ilk", "mention": [0, 8]}
    target = {"name": "Oslo", "mention": [0, 4]}
    given = {"statements": [statement((14, 39), speaker=speaker, target=target)]}
    (found,) = load(Article(TEXT), given).statements
    assert (found.speaker and found.speaker.id, found.target and found.target.id) == ("person:vera-ilk", None)
    assert refusal(statement((0, 4), speaker=speaker | {"id": "Vera Ilk"})) == (
        "statements.0.speaker.id: 'Vera Ilk' is no id: one has up to 120 plain letters, digits, hyphens and colons"
    )


def test_a_message_repeats_no_more_of_the_text_than_people_read() -> None:
    assert len(refusal(statement((0, 40_000), text="other words"))) < SHOWN + 100


def test_what_many_statements_share_is_repeated_in_part() -> None:
    """A list of 80,000 characters without a stop stands around each of these statements."""
    text = f"{'wood, ' * 13_000}\n\n“It rains,” she said.\n\n{'clay, ' * 13_000}"
    start = text.index("It rains")
    extraction = load(Article(text), {"statements": [statement((start, start + 8))]})
    context = extraction.statements[0].context
    assert context.before.startswith("… ")
    assert context.before.endswith("wood,")
    assert context.after.startswith("clay, ")
    assert context.after.endswith(" …")
    assert len(context.before) <= 1_202 >= len(context.after)
    within = text.index("clay, ") + 40_000
    (among, apart) = load(
        Article(text),
        {
            "statements": [
                statement((within, within + 4)),
                statement((within, within + 4), (within + 9_000, within + 9_004)),
            ]
        },
    ).statements
    assert among.sentence is not None
    assert len(among.sentence.text) <= 2_404
    assert apart.sentence is None


FERRY = "“The ferry,” Vera Ilk told Peru, “is old.”"


def ferry(**told: object) -> Statement:
    (found,) = load(Article(FERRY), {"statements": [statement((1, 11), (34, 41), **told)]}).statements
    return found


@pytest.mark.parametrize("text", ["The ferry, … is old.", "The ferry, is old.", "The ferry,\n is  old."])
def test_a_text_with_or_without_the_joint_between_its_parts(text: str) -> None:
    found = ferry(text=text, parts=["something else"], sentence={"text": "Else.", "span": [0, 5]})
    assert (found.text, found.parts) == ("The ferry, … is old.", ("The ferry,", "is old."))
    assert found.sentence == Sentence(FERRY, Span(0, 42))


def test_a_basis_and_a_target_are_taken_as_they_are() -> None:
    found = ferry(
        speaker={"name": "Vera Ilk", "mention": [13, 21], "basis": "name"},
        target={"name": "Peru", "mention": [27, 31], "countries": ["PE"]},
    )
    assert found.speaker == Speaker("Vera Ilk", Span(13, 21), basis=Basis.NAME)
    assert found.target == Target("Peru", Span(27, 31), ("PE",))
    assert ferry(target=None).target is None


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"target": {"name": "Peru", "mention": [27, 99]}}, "statements.0.target.mention: [27, 99] reaches beyond"),
        ({"target": {"name": "…", "mention": [27, 31]}}, "statements.0.target.name: '…' is no name"),
        ({"target": {"name": "Peru", "mention": [27, 31], "countries": ["PE"] * 301}}, "statements.0.target.countries"),
        ({"speaker": {"name": "A", "mention": [1, 2], "basis": "guess"}}, "statements.0.speaker.basis"),
    ],
)
def test_a_target_or_a_basis_that_is_none_is_refused(told: dict[str, Any], reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        ferry(**told)
    assert str(refused.value).startswith(reason)
