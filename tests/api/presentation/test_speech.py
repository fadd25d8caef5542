"""What stands alone: a speaker's own words in quotation marks, others in their sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from api.presentation.speech import (
    around_verb,
    briefly,
    headline,
    is_inferred,
    plain,
    preposition,
    shortened,
    told,
)
from schemas.parts import is_scrap, joined
from schemas.statement import Act, Basis, Context, Cue, Kind, Sentence, Span, Speaker, Statement, Target


def said(
    text: str, *parts: str, by: str | None = "Ilk", cue: str = "said", kind: Kind = Kind.INDIRECT, known: bool = True
) -> Statement:
    """Of the article `text`, which is one sentence; `known` is whether that is told."""
    spans = tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)
    return Statement(
        id="a-01",
        kind=kind,
        text=joined(parts, [True] * (len(parts) - 1)),
        spans=spans,
        speaker=Speaker(by, Span(0, 1)) if by else None,
        cue=Cue(cue, Span(text.index(cue), text.index(cue) + len(cue)), cue, Act.ASSERT) if cue in text else None,
        countries=(),
        territories=(),
        said_on=None,
        context=Context(),
        fingerprint="f",
        parts=parts,
        sentence=Sentence(text, Span(0, len(text))) if known else None,
    )


FERRY = said(
    "“The ferry is late,” Ilk said, “and it is small.”", "The ferry is late,", "and it is small.", kind=Kind.DIRECT
)
DENIED = said("Singapore denied it had invited anyone.", "it had invited anyone", by="Singapore", cue="denied")


@pytest.mark.parametrize(
    ("statement", "shown"),
    [
        (FERRY, "“The ferry is late,” … “and it is small.”"),
        (replace(FERRY, text="The ferry is late, and it is small."), "“The ferry is late,” “and it is small.”"),
        (DENIED, "Singapore denied it had invited anyone."),
        (replace(DENIED, sentence=None), "it had invited anyone"),
        (said("Ilk called it “a farce”.", "a farce", kind=Kind.DIRECT), "Ilk called it “a farce”."),
        (said("“No,” Ilk\nsaid.", "No,", kind=Kind.DIRECT), "“No,” Ilk said."),
        (said("“No,” Ilk said.", "No,", kind=Kind.DIRECT, known=False), "“No”"),
        (
            said("That it was late, Ilk said, and small made her cry.", "it was late", "and small"),
            "That it was late, Ilk said, and small made her cry.",
        ),
    ],
)
def test_words_as_they_stand_alone(statement: Statement, shown: str) -> None:
    assert plain(statement) == shown


def test_beside_its_verb_only_a_scrap_stands_in_its_sentence() -> None:
    assert briefly(FERRY, 80) == "“The ferry is late,” … “and it is small.”"
    assert briefly(DENIED, 80) == "Singapore denied it had invited anyone."
    clause = said("Ilk denied it had ever invited anyone.", "it had ever invited anyone", cue="denied")
    assert briefly(clause, 80) == "it had ever invited anyone"
    assert briefly(clause, 15) == "it had ever …"


@pytest.mark.parametrize(
    ("text", "target", "act", "word"),
    [
        ("Ilk said to Peru that it rained", "Peru", Act.ASSERT, "to"),
        ("Ilk said Peru was wet", "Peru", Act.ASSERT, ""),
        ("Ilk said the Peruvians were wet", "Peruvians", Act.ASSERT, ""),
        ("Ilk said, in a talk about Peru, that it rained", "Peru", Act.ACCUSE, ""),
        ("To Peru, Ilk said that it rained", "Peru", Act.ANNOUNCE, "to"),
    ],
)
def test_what_stands_between_the_verb_and_the_target(text: str, target: str, act: Act, word: str) -> None:
    statement = said(text, text)
    assert statement.cue
    place = Span(text.index(target), text.index(target) + len(target))
    aimed = replace(statement, target=Target(target, place), cue=replace(statement.cue, act=act))
    assert preposition(aimed) == word
    assert preposition(replace(aimed, cue=None)) == "to"


def test_marks_are_kept_at_their_words() -> None:
    for statement, words in ((FERRY, ("late", "small")), (DENIED, ("invited",))):
        highlight = [Span(statement.text.index(word), statement.text.index(word) + len(word)) for word in words]
        pieces = list(told(statement, highlight))
        assert [mark.of(piece.text) for piece in pieces for mark in piece.marks] == list(words)


@pytest.mark.parametrize(
    ("text", "scrap"),
    [
        ("the charge", True),
        ("it", True),
        ("…", True),
        ("it had invited anyone", True),
        ("the ferry is late today", False),
    ],
)
def test_a_scrap_has_fewer_words_than_a_clause(text: str, scrap: bool) -> None:
    assert is_scrap(said(text, text)) == scrap


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        (FERRY, "Ilk: “The ferry is late,” … “and it is small.”"),
        (DENIED, "Singapore denied it had invited anyone."),
        (replace(DENIED, sentence=None), "Singapore denied: it had invited anyone"),
        (replace(DENIED, sentence=None, cue=None), "Singapore: it had invited anyone"),
        (replace(DENIED, speaker=None), "Singapore denied it had invited anyone."),
        (
            said("She denied it had sailed.", "it had sailed", by="Vera Ilk", cue="denied"),
            "Vera Ilk: She denied it had sailed.",
        ),
        (replace(FERRY, speaker=None), "Speaker not named: “The ferry is late,” … “and it is small.”"),
        (
            replace(FERRY, speaker=Speaker("Ilk", Span(0, 1), basis=Basis.CONTINUED)),
            "Ilk (probably): “The ferry is late,” … “and it is small.”",
        ),
    ],
)
def test_a_headline_has_the_verb_and_who_said_it(statement: Statement, line: str) -> None:
    assert headline(statement, 60) == line


def test_a_long_sentence_is_cut_so_that_its_verb_stays() -> None:
    text = f"{'The ferry is late and small and grey, ' * 4}the mayor denied."
    statement = said(text, text[:150], cue="denied")
    assert around_verb(statement, text, 40) == "… and small and grey, the mayor denied."
    text = f"The mayor denied that {'the ferry is late and small and grey ' * 4}."
    assert around_verb(said(text, text[22:], cue="denied"), text, 40) == "The mayor denied that the ferry is …"


@pytest.mark.parametrize(
    ("text", "cut"),
    [("“one two three four”", "“one two …”"), ("“one” … “two”", "“one” … …"), ("one two three four", "one two …")],
)
def test_a_quotation_that_is_cut_is_closed(text: str, cut: str) -> None:
    assert shortened(text, 12) == cut


@pytest.mark.parametrize("basis", [None, *Basis])
def test_pronouns_and_quotes_without_a_cue_are_inferred(basis: Basis | None) -> None:
    inferred = {Basis.PRONOUN, Basis.CONTINUED, Basis.COMMITMENT}
    assert is_inferred(Speaker("Ilk", Span(0, 3), basis=basis)) == (basis in inferred)
    assert not is_inferred(None)
