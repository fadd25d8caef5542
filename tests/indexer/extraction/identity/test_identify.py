import pytest

from tests.indexer.extraction.marked import extracted, speakers


def ids(text: str, **about: str) -> list[str | None]:
    return [speaker.id if speaker is not None else None for speaker in speakers(text, **about)]


def test_a_person_has_one_id_by_every_mention() -> None:
    text = (
        "Polish Foreign Minister Jan Kos came. [[Kos]] said {{it was late}}. [[He]] said {{it rained}}. "
        "[[The minister]] said {{he would stay}}."
    )
    assert ids(text) == ["person:jan-kos:PL"] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[Baku]] said {{it was late}}.", "state:AZ"),
        ("[[Azerbaijan]] said {{it was late}}.", "state:AZ"),
        ("[[The Kremlin]] said {{it was late}}.", "body:RU:presidency"),
        ("[[The Azerbaijani Foreign Ministry]] said {{it was late}}.", "body:AZ:ministry-of-foreign-affairs"),
        ("[[The EU]] said {{it was late}}.", "body:european-union"),
        ("[[Minister J. Kos]] came. [[Jan Kos]] said {{it was late}}.", "person:jan-kos"),
    ],
)
def test_states_bodies_and_people_have_ids(text: str, expected: str) -> None:
    assert ids(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "[[A spokesman]] said {{it was late}}.",
        "[[Officials]] said {{it was late}}.",
        "[[The Azerbaijani president]] said {{it was late}}.",
        "[[A UN spokesman]] said {{it was late}}.",
        "[[The ministry]] said {{it was late}}.",
        "[[A Polish company]] said {{it was late}}.",
        "[[Poland and Latvia]] said {{it was late}}.",
        "[[Minister Kos]] said {{it was late}}.",
        "[[J. Kos]] said {{it was late}}.",
        "[[Some Taliban]] said {{it was late}}.",
    ],
)
def test_who_is_not_named_in_full_has_none(text: str) -> None:
    assert ids(text) == [None]


def test_the_country_is_the_one_that_the_article_tells_anywhere() -> None:
    text = "[[Ana Silva]] said {{it was late}}. “{{It rained}},” said [[Portuguese President Ana Silva]]."
    assert ids(text) == ["person:ana-silva:PT"] * 2


def test_a_given_speaker_is_known_too() -> None:
    (statement,) = extracted("[[Ana Silva]] said {{it was late}}.").statements
    assert statement.speaker is not None
    assert statement.speaker.id == "person:ana-silva"
