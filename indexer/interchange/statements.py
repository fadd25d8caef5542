"""Statements that an input brings already split: checked against the text, completed, and taken as they are.

A line that `demarche extract` printed comes back this way, and so does what people or other programs have annotated.
Only kind and spans must be there. What a statement leaves out is filled in as for Demarche's own; null says that there
is none.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import orjson
from marshmallow import EXCLUDE, Schema, ValidationError, fields, validate

from indexer.extraction.layers import statements_given
from indexer.extraction.model.attribution import Attribution, AttributionCue, Rule
from indexer.inputs.result import Refusal
from indexer.inputs.validation import reason
from schemas.article import Article
from schemas.article_ids import short_hash
from schemas.parts import JOINT
from schemas.statement import GIVEN, Extraction, Span, Statement
from schemas.wire.statement import CueSchema, SpeakerSchema, StatementSchema, TargetSchema
from schemas.wire.values import NO_LONGER, CountryField, SpanField, WrittenDateField

# An article of 200,000 characters that has nothing but statements has fewer; people annotate far less.
MOST = 10_000  # statements of an article
MOST_SPANS = 200  # of a statement
MOST_PLACES = 300  # countries or territories: there are 250 of the first
LONGEST = 50_000  # characters of a statement: a speech of an hour
DEEPEST = 20  # statements that hold the same words
SHOWN = 200  # characters of them that a message repeats
SPANS = f"has none, or more than {MOST_SPANS}"
NO_MORE_PLACES = validate.Length(max=MOST_PLACES, error=f"has more than {MOST_PLACES}")


class GivenSpeakerSchema(SpeakerSchema):
    countries = fields.List(CountryField(), load_default=(), validate=NO_MORE_PLACES)


class GivenTargetSchema(TargetSchema):
    countries = fields.List(CountryField(), load_default=(), validate=NO_MORE_PLACES)


class GivenStatementSchema(StatementSchema):
    """`id`, `parts`, `sentence`, `context` and `fingerprint` follow from the rest, and are made anew."""

    class Meta:
        exclude = ("id", "parts", "sentence", "context", "fingerprint")

    text = fields.String()
    spans = fields.List(SpanField(), required=True, validate=validate.Length(min=1, max=MOST_SPANS, error=SPANS))
    countries = fields.List(CountryField(), validate=NO_MORE_PLACES)
    territories = fields.List(fields.String(validate=NO_LONGER), validate=NO_MORE_PLACES)
    speaker = fields.Nested(GivenSpeakerSchema(unknown=EXCLUDE), allow_none=True)
    target = fields.Nested(GivenTargetSchema(unknown=EXCLUDE), allow_none=True)
    cue = fields.Nested(CueSchema(unknown=EXCLUDE), allow_none=True)
    said_on = WrittenDateField(allow_none=True)


class GivenSchema(Schema):
    """What an NDJSON line says of an article's content; countries and territories are those that it mentions."""

    countries = fields.List(CountryField(), allow_none=True, validate=NO_MORE_PLACES)
    territories = fields.List(fields.String(validate=NO_LONGER), allow_none=True, validate=NO_MORE_PLACES)
    statements = fields.List(
        fields.Nested(GivenStatementSchema(unknown=EXCLUDE)),
        required=True,
        validate=validate.Length(max=MOST, error=f"more than {MOST:,} statements"),
    )


given_schema = GivenSchema()


def given_version(given: Mapping[str, object]) -> str:
    """Stands where an extractor's version does, and changes with what is given."""
    return f"{GIVEN}{short_hash(orjson.dumps(taken(given), option=orjson.OPT_SORT_KEYS).decode())}"


def taken(given: Mapping[str, object]) -> Mapping[str, object]:
    """What is taken of it: an extractor's name and the like are not, for who knows what has changed since."""
    return {name: given.get(name) for name in given_schema.fields}


def load(article: Article, given: Mapping[str, object]) -> Extraction:
    """The article's statements, as given; Refusal names the first that does not fit the text."""
    try:
        loaded: dict[str, Any] = given_schema.load(taken(given))
    except ValidationError as error:
        raise Refusal(reason(error)) from None
    for number, document in enumerate(loaded["statements"]):
        check(document, article.text, f"statements.{number}")
    check_depth(loaded["statements"])
    documents = sorted(loaded["statements"], key=lambda document: document["spans"][0])
    own = statements_given(article, [attribution_of(document) for document in documents], given_version(given))
    statements = tuple(map(complete, own.statements, documents))
    told: dict[str, Any] = {
        name: tuple(loaded[name]) for name in ("countries", "territories") if loaded.get(name) is not None
    }
    return replace(own, statements=statements, **told)


def check(document: Mapping[str, Any], text: str, place: str) -> None:
    """That the spans lie in the text, in its order, and hold the words that they are said to hold."""
    for name, span in named_spans(document):
        if span.end > len(text):
            raise Refusal(f"{place}.{name}: {list(span)} reaches beyond the text, which has {len(text):,} code points")
    spans, cue = document["spans"], document.get("cue")
    if any(after.start < before.end for before, after in pairwise(spans)):
        raise Refusal(f"{place}.spans: they overlap, or are not in the order of the text")
    length = sum(span.end - span.start for span in spans)
    if length > LONGEST:
        raise Refusal(
            f"{place}.spans: they hold {length:,} characters, more than the {LONGEST:,} of the longest statement"
        )
    held = " ".join(span.of(text) for span in spans)
    if not same_words(document.get("text", held), held):
        raise Refusal(f"{place}.text: its spans hold something else: {shorten(held)}")
    if cue and cue.text.split() != cue.span.of(text).split():
        raise Refusal(f"{place}.cue.text: its span holds something else: {shorten(cue.span.of(text))}")


def check_depth(documents: Sequence[Mapping[str, Any]]) -> None:
    """That the statements together are no more than some times the text: whatever shows them all would grow with it."""
    spans = sorted((*span, number) for number, document in enumerate(documents) for span in document["spans"])
    ends: list[int] = []  # of the statements that are open, the nearest first
    for start, end, number in spans:
        while ends and ends[0] <= start:
            heapq.heappop(ends)
        heapq.heappush(ends, end)
        if len(ends) > DEEPEST:
            raise Refusal(f"statements.{number}.spans: more than {DEEPEST} statements hold the words at {start}")


def same_words(text: str, held: str) -> bool:
    """Whatever white space, and whichever joints between parts."""
    said, words = ([word for word in each.split() if word != JOINT.strip()] for each in (text, held))
    return said == words


def shorten(words: str) -> str:
    return repr(f"{words[:SHOWN]}…" if len(words) > SHOWN else words)


def named_spans(document: Mapping[str, Any]) -> Iterator[tuple[str, Span]]:
    yield from (("spans", span) for span in document["spans"])
    if document.get("speaker"):
        yield "speaker.mention", document["speaker"].mention
    if document.get("target"):
        yield "target.mention", document["target"].mention
    if document.get("cue"):
        yield "cue.span", document["cue"].span


def attribution_of(document: Mapping[str, Any]) -> Attribution:
    speaker, cue = document.get("speaker"), document.get("cue")
    return Attribution(
        kind=document["kind"],
        spans=tuple(document["spans"]),
        mention=speaker.mention if speaker else None,
        cue=AttributionCue(cue.span, cue.lemma, cue.act) if cue else None,
        rule=Rule.GIVEN,
    )


def complete(own: Statement, document: Mapping[str, Any]) -> Statement:
    """Demarche's own statement, with what is given in the place of what it would have said."""
    told: dict[str, Any] = {
        name: document[name] for name in ("speaker", "target", "cue", "said_on") if name in document
    }
    told |= {name: tuple(document[name]) for name in ("countries", "territories") if name in document}
    return replace(own, **told)
