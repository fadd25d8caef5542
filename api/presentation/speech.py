"""How a statement reads where it stands alone, so that nothing is put into anybody's mouth.

A speaker's own words stand in quotation marks, each part of an interrupted quote in its own. Reported words stand in
their sentence, which has the verb that reports them: "it had invited anyone" may be what somebody denied.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from api.presentation.pieces import Piece, within_sentence, words
from schemas.parts import is_scrap
from schemas.statement import Act, Basis, Kind, Span, Speaker, Statement

INFERRED = frozenset({Basis.PRONOUN, Basis.CONTINUED, Basis.COMMITMENT})
OF_SOMEBODY = frozenset({Act.ACCUSE, Act.PRAISE, Act.CONDEMN, Act.WARN, Act.ASK})  # "accused Peru", "warned her"
CUT = "…"


def is_inferred(speaker: Speaker | None) -> bool:
    """Whether the text does not name who speaks, but lets one infer it."""
    return speaker is not None and speaker.basis in INFERRED


def stands_alone(statement: Statement) -> bool:
    """Whether the words can be shown without their sentence, in quotation marks."""
    return statement.sentence is None or (statement.kind is Kind.DIRECT and not is_scrap(statement))


def told(statement: Statement, highlight: Sequence[Span] = ()) -> Iterator[Piece]:
    """The words as they can stand alone. `highlight` is where the text is to be marked."""
    return words(statement, highlight) if stands_alone(statement) else within_sentence(statement, highlight)


def beside_its_verb(statement: Statement, highlight: Sequence[Span] = ()) -> Iterator[Piece]:
    """The words where the one who says them and the verb stand next to them: those too few to be a clause in their
    sentence.
    """
    in_sentence = statement.sentence is not None and is_scrap(statement)
    return (within_sentence if in_sentence else words)(statement, highlight)


def preposition(statement: Statement) -> str:
    """Between the verb that reports it and the target: "to", or "" where the verb has the target as its object."""
    cue, target, sentence = statement.cue, statement.target, statement.sentence
    if cue is None or target is None or sentence is None:
        return "to"
    start, end = cue.span.end - sentence.span.start, target.mention.start - sentence.span.start
    follows = 0 <= start <= end and sentence.text[start:end].strip() in ("", "the")
    return "" if follows or cue.act in OF_SOMEBODY else "to"


def plain(statement: Statement) -> str:
    """As the words can stand alone, on one line, without the comma after which the outlet's sentence goes on."""
    line = _line(told(statement))
    if not stands_alone(statement):
        return line
    return f"{line.removesuffix(',”')}”" if line.endswith(",”") else line.removesuffix(",")


def briefly(statement: Statement, width: int) -> str:
    """As the words stand beside their verb, on one line of at most so many characters."""
    return shortened(_line(beside_its_verb(statement)), width)


def _line(pieces: Iterable[Piece]) -> str:
    return " ".join("".join(piece.text for piece in pieces).split())


def headline(statement: Statement, width: int) -> str:
    """Who said it, with the verb that reports it where the words are not the speaker's own; at most so many characters
    beside the name.
    """
    speaker, text = statement.speaker, plain(statement)
    name = f"{speaker.name}{' (probably)' if is_inferred(speaker) else ''}" if speaker else "Speaker not named"
    if statement.sentence is None and statement.kind is not Kind.DIRECT:
        verb = f" {statement.cue.text}" if statement.cue else ""
        return f"{name}{verb}: {shortened(text, width)}"
    if stands_alone(statement):
        return f"{name}: {shortened(text, width)}"
    shown = around_verb(statement, text, width)
    return shown if speaker is None or speaker.name in shown else f"{name}: {shown}"


def shortened(text: str, width: int) -> str:
    """Its beginning, with a quotation mark that is open closed behind."""
    cut = textwrap.shorten(text, width, placeholder=f" {CUT}")
    return f"{cut}”" if cut.endswith(CUT) and cut.count("“") > cut.count("”") else cut


def around_verb(statement: Statement, text: str, width: int) -> str:
    """The beginning of its sentence, which is `text` on one line, or the words up to the cue if that stands further
    behind.
    """
    end = 0
    if statement.cue and statement.sentence:
        before = statement.sentence.text[: statement.cue.span.end - statement.sentence.span.start]
        end = len(" ".join(before.split()))
    if len(text) <= width or end <= width - len(CUT) - 1:
        return shortened(text, width)
    start = text.find(" ", end - width) + 1
    return f"{CUT} {text[start:end]}{f' {CUT}' if end < len(text) - 1 else text[end:]}"
