from indexer.extraction.annotation.annotate import annotate
from indexer.extraction.document.reading import read_document
from indexer.extraction.model.annotation import Annotations
from indexer.extraction.model.attribution import Attribution, Rule
from schemas.article import Article
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Kind, Span

TEXT = (
    "LIMA – The Upland Press Agency (UPA) said on Monday that the EU warned Peru. Ana Silva, the Polish envoy, stayed."
)


def annotated(text: str, title: str = "", mentions: tuple[Span, ...] = ()) -> Annotations:
    attributions = [Attribution(Kind.INDIRECT, (Span(0, 1),), mention, None, Rule.GIVEN) for mention in mentions]
    return annotate(read_document(Article(text, title, published_on=PartialDate.parse("2024-05-16"))), attributions)


def test_all_kinds_are_found() -> None:
    found = annotated(TEXT, "Chile Waits")
    assert [place.codes for place in found.places] == [("PE",), ("PE",), ("PL",)]
    assert [each.organisation.name for each in found.organisations] == ["European Union"]
    assert [TEXT[phrase.start : phrase.end] for phrase in found.role_phrases] == [
        "The Upland Press Agency",
        "the Polish envoy",
    ]
    assert [name.of(TEXT) for name in found.names] == ["Ana Silva"]
    assert found.acronyms["UPA"].phrase is found.role_phrases[0]
    assert [str(each.on) for each in found.dates] == ["2024-05-13"]
    assert [place.codes for place in found.title_places] == [("CL",)]


def test_nothing_is_found_in_nothing() -> None:
    found = annotated("")
    kinds = found.words, found.places, found.organisations, found.role_phrases, found.names, found.acronyms, found.dates
    assert not any(kinds)


def test_a_name_ends_with_the_mention_of_a_speaker() -> None:
    text = "Ana Silva Waits Long"
    mention = Span(0, len("Ana Silva"))
    assert [name.of(text) for name in annotated(text, mentions=(mention,)).names] == ["Ana Silva", "Waits Long"]
    assert [name.of(text) for name in annotated(text).names] == [text]


def test_who_wrote_the_article_is_nobody_in_it() -> None:
    text = "Jan Kos spoke.\n(Additional reporting by Ana Kos; editing by Eva Lund)"
    assert [name.of(text) for name in annotated(text).names] == ["Jan Kos"]
