from schemas.statement import Speaker
from tests.indexer.extraction.marked import extracted, names


def speakers(text: str) -> list[Speaker | None]:
    return [statement.speaker for statement in extracted(text).statements]


def test_the_ambassador_is_the_one_who_was_summoned() -> None:
    text = "Jakarta summoned the Philippine ambassador. The ambassador, [[Ana Silva]], said {{no}}."
    (speaker,) = speakers(text)
    assert speaker is not None
    assert speaker.countries == ("PH",)


def test_an_ambassador_comes_from_the_embassy_and_not_from_where_the_article_is() -> None:
    text = "BANGKOK, May 3 - Kenya's embassy thanked the police. Ambassador [[Ana Silva]] said {{no}}."
    (speaker,) = speakers(text)
    assert speaker is not None
    assert speaker.countries == ("KE",)


def test_the_danish_leader_is_the_prime_minister_of_whom_no_country_was_told() -> None:
    text = "In Copenhagen, Prime Minister [[Ana Silva]] said {{no}}. [[The Danish leader]] said {{never}}."
    assert names(text) == ["Ana Silva", "Ana Silva"]


def test_no_office_of_another_country_is_taken() -> None:
    text = "[[Vanuatu's prime minister]] said {{yes}}.\n\nThe Cook Islands’ [[Ana Silva]] said {{no}}."
    assert names(text) == ["Vanuatu's prime minister", "Ana Silva"]


def test_an_office_of_a_country_waits_no_longer_than_a_paragraph() -> None:
    text = "[[The Grenadian leader]] said {{yes}}.\n\nIt rained.\n\nIt snowed.\n\n[[Ana Silva]] said {{no}}."
    assert names(text) == ["Grenadian leader", "Ana Silva"]


def test_his_ministry_is_one_of_his_country() -> None:
    text = "Poland's interior ministry waits. Italian Minister Jan Kos left. [[His ministry]] said {{no}}."
    (speaker,) = speakers(text)
    assert speaker is not None
    assert speaker.countries == ("IT",)


def test_a_nationality_may_be_that_of_the_envoy_named_last() -> None:
    text = "[[UN envoy Ana Silva]] said {{yes}}. [[The Lebanese diplomat]] said {{no}}."
    assert names(text) == ["Ana Silva", "Ana Silva"]
    assert [speaker.countries for speaker in speakers(text) if speaker] == [(), ()]
