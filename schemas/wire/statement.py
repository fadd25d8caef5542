"""A statement in JSON, as DESIGN's data model and docs/api.md show it."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, post_load

from schemas.statement import Act, Basis, Context, Cue, Kind, Sentence, Speaker, Statement, Target
from schemas.wire.article import SourceSchema
from schemas.wire.fragments import fragments
from schemas.wire.lean import LeanSchema
from schemas.wire.values import NO_LONGER, CountryField, PartialDateField, SpanField, identity, named


class SpeakerSchema(LeanSchema):
    id = fields.String(
        load_default=None,
        allow_none=True,
        validate=identity,
        metadata={"description": "the same for the same person, body or state in every article; null where not known"},
    )
    name = fields.String(
        required=True,
        validate=[NO_LONGER, named],
        metadata={"description": "as the article gives it, as fully as it does"},
    )
    mention = SpanField(
        required=True,
        metadata={"description": "where the speaker is named: [start, end) in code points of the article's text"},
    )
    role = fields.String(
        load_default=None,
        allow_none=True,
        validate=NO_LONGER,
        metadata={"description": "ambassador, foreign minister …"},
    )
    organisation = fields.String(
        load_default=None,
        allow_none=True,
        validate=[NO_LONGER, named],
        metadata={"description": "for which the speaker speaks"},
    )
    countries = fields.List(
        CountryField(),
        load_default=(),
        metadata={"description": "for which the speaker speaks, as ISO 3166-1 alpha-2, and XK"},
    )
    basis = fields.Enum(
        Basis,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata={"description": "how the text leads to the speaker: pronoun, continued and commitment are inferred"},
    )

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Speaker:
        return Speaker(**data | {"countries": tuple(data["countries"])})


class TargetSchema(LeanSchema):
    id = fields.String(
        load_default=None,
        allow_none=True,
        validate=identity,
        metadata={"description": "the same for the same person, body or state in every article; null where not known"},
    )
    name = fields.String(
        required=True,
        validate=[NO_LONGER, named],
        metadata={"description": "as the article gives it, as fully as it does"},
    )
    mention = SpanField(
        required=True,
        metadata={"description": "where it is named: [start, end) in code points of the article's text"},
    )
    countries = fields.List(
        CountryField(),
        load_default=(),
        metadata={"description": "that it is or speaks for, as ISO 3166-1 alpha-2, and XK"},
    )

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Target:
        return Target(**data | {"countries": tuple(data["countries"])})


class CueSchema(LeanSchema):
    text = fields.String(required=True, validate=NO_LONGER, metadata={"description": "the words that report"})
    span = SpanField(
        required=True, metadata={"description": "where they stand: [start, end) in code points of the article's text"}
    )
    lemma = fields.String(
        required=True, validate=NO_LONGER, metadata={"description": "the reporting verb in its plain form"}
    )
    act = fields.Enum(Act, by_value=True, required=True, metadata={"description": "what the speaker does by saying it"})

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Cue:
        return Cue(**data)


class ContextSchema(LeanSchema):
    before = fields.String(required=True, metadata={"description": "the sentence before"})
    after = fields.String(required=True, metadata={"description": "the sentence after"})

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Context:
        return Context(**data)


class SentenceSchema(LeanSchema):
    text = fields.String(required=True, metadata={"description": "as the article has it"})
    span = SpanField(
        required=True, metadata={"description": "where it stands: [start, end) in code points of the article's text"}
    )

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Sentence:
        return Sentence(**data)


class StatementSchema(LeanSchema):
    """A statement by itself, as `demarche extract` prints it and as NDJSON with split statements brings it."""

    id = fields.String(metadata={"description": "the article's id and the statement's number in it"})
    kind = fields.Enum(
        Kind,
        by_value=True,
        required=True,
        metadata={"description": "wholly quoted, reported with quoted words in it, or reported"},
    )
    text = fields.String(
        required=True, metadata={"description": "the parts, with … between two that something stands between"}
    )
    parts = fields.List(fields.String(), metadata={"description": "the words of each span, as the article has them"})
    spans = fields.List(
        SpanField(),
        required=True,
        metadata={"description": "where it stands, in several pieces where it is interrupted"},
    )
    sentence = fields.Nested(
        SentenceSchema,
        allow_none=True,
        metadata={
            "description": "the whole sentences that carry it, with the words that report it; null where unknown"
        },
    )
    speaker = fields.Nested(SpeakerSchema, allow_none=True, metadata={"description": "null where nobody is named"})
    target = fields.Nested(
        TargetSchema,
        allow_none=True,
        metadata={"description": "who is told, asked, warned, thanked or accused; null where nobody is"},
    )
    cue = fields.Nested(
        CueSchema, allow_none=True, metadata={"description": "what reports it; null where nothing does"}
    )
    countries = fields.List(
        CountryField(),
        metadata={"description": "mentioned in it or its target, as ISO 3166-1 alpha-2, and XK"},
    )
    territories = fields.List(
        fields.String(validate=NO_LONGER), metadata={"description": "mentioned likewise, by name"}
    )
    said_on = PartialDateField(
        allow_none=True, metadata={"description": "as exact as the text; null where it does not tell"}
    )
    context = fields.Nested(ContextSchema, metadata={"description": "what stands around it"})
    fingerprint = fields.String(metadata={"description": "equal for the same words in several outlets"})


class ArticleHeadSchema(LeanSchema):
    id = fields.String(required=True)
    title = fields.String(required=True)
    url = fields.String(allow_none=True, required=True, metadata={"description": "null where it is not known"})


class CopySchema(LeanSchema):
    id = fields.String(attribute="statement_id", required=True)
    article = fields.Nested(ArticleHeadSchema, required=True)
    source = fields.Nested(SourceSchema, attribute="article.source", allow_none=True, required=True)
    published_on = PartialDateField(
        attribute="article.published_on",
        allow_none=True,
        required=True,
        metadata={"description": "null where it is not known"},
    )


class CarriedSchema(LeanSchema):
    """The copies that a result stands for: how many statements with itself, in how many outlets, the first others."""

    statements = fields.Integer(required=True, metadata={"description": "how many say it, with this one"})
    outlets = fields.Integer(required=True, metadata={"description": "how many outlets carried it"})
    others = fields.List(fields.Nested(CopySchema), required=True, metadata={"description": "the first of the others"})


class HighlightField(fields.List[Any]):
    """From a text and where it is marked to HTML."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> list[Any]:
        return list(fragments(*value))


class FoundStatementSchema(StatementSchema):
    """A statement as a search returns it: with its article, outlet and the marked words."""

    published_on = PartialDateField(
        allow_none=True, metadata={"description": "of the article; null where it is not known"}
    )
    article = fields.Nested(ArticleHeadSchema, metadata={"description": "that it was found in"})
    source = fields.Nested(
        SourceSchema, allow_none=True, metadata={"description": "the outlet; null where it is not known"}
    )
    highlight = HighlightField(
        fields.String(), metadata={"description": "HTML: pieces of the text, escaped, with the words found in <mark>"}
    )
    carried = fields.Nested(CarriedSchema, allow_none=True, metadata={"description": "null unless copies were folded"})

    def path(self, name: str) -> str:
        if name in Statement.__dataclass_fields__:
            return f"statement.{name}"
        if name == "highlight":
            return "marked"
        return f"article.{name}" if name in ("published_on", "source") else name
