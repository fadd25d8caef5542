from indexer.extraction.annotation.annotate import annotate
from indexer.extraction.coreference.bodies import Bodies
from indexer.extraction.coreference.entities import Entity
from tests.indexer.extraction.documents import document


def bodies(text: str) -> tuple[Bodies, list[Entity]]:
    """All that the text names, in its order."""
    annotations = annotate(document(text), [])
    known = Bodies(annotations)
    return known, [known.body(phrase) for phrase in annotations.role_phrases]


def test_the_ministry_is_the_one_named_in_full() -> None:
    _, (full, short) = bodies("Poland's foreign ministry wrote. The ministry waits.")
    assert short is full
    assert full.codes == {"PL"}


def test_ministries_of_two_countries_are_two() -> None:
    _, (polish, czech, last) = bodies("The Polish ministry wrote. The Czech ministry did not. The ministry waits.")
    assert polish is not czech
    assert last is czech


def test_the_bloc_is_an_organisation_that_the_article_names() -> None:
    known, (bloc,) = bodies("ASEAN met. The bloc waits.")
    assert (bloc.name, bloc.nobody, bloc.codes) == ("ASEAN", True, set())
    assert known.known("alliance", 0) is None


def test_a_name_of_its_own_is_one_body_however_often_it_comes() -> None:
    known, (firm,) = bodies("Lakeside, a shipping company, waits.")
    assert firm.nobody
    assert known.called("Lakeside", None, 0) is known.called("Lakeside", None, 30)
    assert known.called("Lakeside", None, 0).nobody
