from indexer.extraction.model.coreference import Evidence, EvidenceKind
from tests.indexer.extraction.coreference.reading import NOWHERE, discourse, office, person

TEXT = "One.\nTwo.\nThree."


def test_what_is_recent_comes_last_first_and_no_more_than_asked_for() -> None:
    ana, jan = person("Ana"), person("Jan")
    read, _ = discourse(TEXT, ana, jan, ana)
    assert [entity for _, entity in read.recent()] == [ana, jan, ana]
    assert [entity for _, entity in read.recent(2)] == [ana, jan]


def test_who_proved_to_be_somebody_is_that_one_in_what_was_read_before() -> None:
    minister, ana = office("minister"), person("Ana")
    read, register = discourse(TEXT, minister, ana)
    register.apply([Evidence(EvidenceKind.SAME_AS, minister.id, NOWHERE, ana.id)])
    assert [entity.name for _, entity in read.recent()] == ["Ana", "Ana"]


def test_lines_are_counted_by_their_ends() -> None:
    read, _ = discourse(TEXT)
    assert read.lines_between(0, len(TEXT)) == 2
    assert read.lines_between(0, 3) == 0
    assert read.lines_between(8, 3) == 0


def test_without_somebody_the_others_are_recent() -> None:
    ana, jan = person("Ana"), person("Jan")
    read, register = discourse(TEXT, ana, jan, ana)
    assert [entity for _, entity in read.without(ana.id).recent()] == [jan]
    register.apply([Evidence(EvidenceKind.SAME_AS, jan.id, NOWHERE, ana.id)])
    assert list(read.without(ana.id).recent()) == []


def test_the_countries_of_the_article_are_named() -> None:
    read, _ = discourse("Peru met a Chilean.")
    assert read.named == {"PE", "CL"}
