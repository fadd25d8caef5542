from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.extraction.layers import statements_given
from indexer.extraction.model.attribution import Attribution, AttributionCue, Rule
from indexer.extraction.version import EXTRACTOR
from schemas.article import Article
from schemas.statement import Act, Kind, Span
from tests.indexer.extraction.marked import extracted

WORDS = [
    *("the", "a", "Minister", "minister", "Moscow", "Ana", "Silva", "'s", "’s", "of", "to", "in", "France,", "and"),
    *("“", "”", "‘", ".", ",", "US", "Georgia", "on", "Monday", "said", "he", "It", "They", "both", "ministries"),
    *("x-", "\u0301", "é", "Mr.", "\n", "-", "Jordan", "Congo", "2023", "a day later", "EU", "three governments"),
]


def test_statements_in_the_order_of_the_text_with_their_sentences_around() -> None:
    extraction = extracted(
        "It rained. [[Ana Silva]] said {{Peru was wet}}. [[She]] said {{Chile was not}}. It stopped."
    )
    first, second = extraction.statements
    assert [statement.id[-3:] for statement in extraction.statements] == ["-01", "-02"]
    assert (first.text, first.countries, second.countries) == ("Peru was wet", ("PE",), ("CL",))
    assert (first.context.before, second.context.after) == ("It rained.", "It stopped.")
    assert extraction.countries == ("CL", "PE")


def test_the_side_of_a_country_in_two_does_not_name_it() -> None:
    extraction = extracted("North Korea waits. [[The North]] said {{the South was late}}.")
    (statement,) = extraction.statements
    assert statement.speaker is not None
    assert (statement.speaker.countries, statement.countries) == (("KP",), ())
    assert extraction.countries == ("KP",)


def test_what_a_target_is_or_speaks_for_is_mentioned() -> None:
    text = "Ana Silva told the Peruvian government that Chile was wet."
    cue = AttributionCue(Span(10, 14), "tell", Act.ASSERT)
    told = Attribution(Kind.INDIRECT, (Span(44, 57),), Span(0, 9), cue, Rule.GIVEN, target=Span(19, 38))
    (statement,) = statements_given(Article(text), [told], EXTRACTOR).statements
    assert statement.target is not None
    assert (statement.target.countries, statement.countries) == (("PE",), ("CL", "PE"))
    (untold,) = statements_given(Article(text), [replace(told, target=None)], EXTRACTOR).statements
    assert (untold.target, untold.countries) == (None, ("CL",))


def test_the_title_names_countries_too() -> None:
    assert extracted("A quiet day.", title="Latvia waits").countries == ("LV",)


def test_a_quote_without_a_cue_goes_on_with_the_speaker_before() -> None:
    text = "Ana Silva said: “No.”\n“Never.”"
    attributions = [
        Attribution(
            Kind.DIRECT, (Span(17, 20),), Span(0, 9), AttributionCue(Span(10, 14), "say", Act.ASSERT), Rule.GIVEN
        ),
        Attribution(Kind.DIRECT, (Span(23, 29),), None, None, Rule.GIVEN),
    ]
    speakers = [statement.speaker for statement in statements_given(Article(text), attributions, EXTRACTOR).statements]
    assert [speaker.name if speaker else None for speaker in speakers] == ["Ana Silva", "Ana Silva"]
    (alone,) = statements_given(Article(text), attributions[1:], EXTRACTOR).statements
    assert alone.speaker is None


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_text_and_any_spans_can_be_resolved(data: st.DataObject) -> None:
    pieces = st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=30).map(" ".join)
    text = data.draw(pieces)
    place = st.integers(0, len(text))
    span = st.tuples(place, place).map(lambda ends: Span(min(ends), max(ends)))
    cue = span.map(lambda at: AttributionCue(at, "say", Act.ASSERT))
    attribution = st.builds(
        Attribution,
        st.sampled_from(Kind),
        st.tuples(span),
        st.none() | span,
        st.none() | cue,
        st.just(Rule.GIVEN),
        st.none() | span,
    )
    attributions = sorted(data.draw(st.lists(attribution, max_size=4)), key=lambda each: each.spans)
    article = Article(text, data.draw(pieces))
    assert len(statements_given(article, attributions, EXTRACTOR).statements) == len(attributions)
