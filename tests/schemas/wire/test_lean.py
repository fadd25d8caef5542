from marshmallow import Schema, fields

from schemas.statement import Act, Basis, Cue, Span, Speaker
from schemas.wire.lean import LeanSchema
from schemas.wire.statement import CueSchema, SpeakerSchema
from schemas.wire.values import SpanField

SPEAKER = Speaker(
    "Orhan Demirsoy", Span(0, 14), "foreign minister", None, ("TR", "AZ"), Basis.OFFICE, "person:orhan-demirsoy"
)
CUE = Cue("said", Span(15, 19), "say", Act.ASSERT)


class Pair(LeanSchema):
    speaker = fields.Nested(SpeakerSchema, allow_none=True)
    cue = fields.Nested(CueSchema, allow_none=True)


class Renamed(LeanSchema):
    family = fields.String(attribute="speaker.name", data_key="name")
    mentions = fields.List(SpanField(), attribute="spans")


class Found:
    def __init__(self, speaker: Speaker | None, cue: Cue | None, spans: tuple[Span, ...] = ()) -> None:
        self.speaker, self.cue, self.spans = speaker, cue, spans


def test_it_writes_what_marshmallow_writes() -> None:
    plain = Schema.from_dict(dict(SpeakerSchema().fields))()
    assert SpeakerSchema().dump(SPEAKER) == plain.dump(SPEAKER)
    assert SpeakerSchema().dump(SPEAKER) == {
        "id": "person:orhan-demirsoy",
        "name": "Orhan Demirsoy",
        "mention": [0, 14],
        "role": "foreign minister",
        "organisation": None,
        "countries": ["TR", "AZ"],
        "basis": "office",
    }


def test_what_is_nested_may_be_absent() -> None:
    assert Pair().dump(Found(None, CUE)) == {
        "speaker": None,
        "cue": {"text": "said", "span": [15, 19], "lemma": "say", "act": "assert"},
    }


def test_values_can_be_reached_through_others_and_have_another_key() -> None:
    found = Found(SPEAKER, None, (Span(0, 4), Span(6, 9)))
    assert Renamed().dump(found) == {"name": "Orhan Demirsoy", "mentions": [[0, 4], [6, 9]]}


def test_many_are_a_list() -> None:
    assert [each["lemma"] for each in CueSchema().dump([CUE, CUE], many=True)] == ["say", "say"]
    assert [each["lemma"] for each in CueSchema(many=True).dump([CUE])] == ["say"]


def test_it_loads_as_marshmallow_does() -> None:
    assert CueSchema().load(CueSchema().dump(CUE)) == CUE
