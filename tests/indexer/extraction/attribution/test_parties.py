import pytest

from indexer.extraction.attribution.parties import is_audience, is_party, noun_at, party_judged
from tests.indexer.extraction.parsed import parsed, token


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("the Polish minister", "minister"),
        ("“the minister”", "minister"),
        ("him", "him"),
        ("those who left", "those"),
        ("each other", "other"),
        ("“absurdly late”", None),
    ],
)
def test_the_noun_that_a_phrase_is_of(words: str, noun: str | None) -> None:
    doc = parsed(f"Ilk saw {words}.").doc
    found = noun_at(doc, 2)
    assert (found.text if found is not None else None) == noun


def test_no_phrase_begins_behind_the_end() -> None:
    doc = parsed("Ilk saw “").doc
    assert noun_at(doc, 2) is None
    assert noun_at(doc, 3) is None


def test_a_name_before_a_quoted_one_is_a_phrase_by_itself() -> None:
    doc = parsed("Ilk calls Oslo “Everytown Norway” twice.").doc
    found = noun_at(doc, 2)
    assert found is not None
    assert found.text == "Oslo"


@pytest.mark.parametrize(
    ("sentence", "word", "somebody"),
    [
        ("Ilk saw the minister.", "minister", True),
        ("Ilk saw fishermen.", "fishermen", True),
        ("Ilk saw rescuers.", "rescuers", True),
        ("Ilk saw offers.", "offers", False),
        ("Ilk saw restraint.", "restraint", False),
        ("Ilk saw a circle of politicians.", "circle", True),
        ("Ilk saw a circle of stones.", "circle", False),
        ("Ilk saw Oslo.", "Oslo", True),
        ("Ilk saw the cabinet.", "cabinet", True),
        ("Ilk saw a bigger cabinet.", "cabinet", False),
        ("Ilk saw him.", "him", True),
        ("Ilk saw himself.", "himself", False),
    ],
)
def test_who_can_be_told(sentence: str, word: str, somebody: bool) -> None:
    assert is_party(token(parsed(sentence), word)) is somebody


@pytest.mark.parametrize(
    ("sentence", "word", "listens"),
    [
        ("Ilk told reporters so.", "reporters", True),
        ("Ilk told the Harbour Post so.", "Post", True),
        ("Ilk told Radio Oslo so.", "Oslo", True),
        ("Ilk told members of parliament so.", "members", True),
        ("Ilk told members of the family so.", "members", False),
        ("Ilk told friends of parliament so.", "friends", False),
        ("Ilk told the minister so.", "minister", False),
    ],
)
def test_who_merely_listens(sentence: str, word: str, listens: bool) -> None:
    assert is_audience(token(parsed(sentence), word)) is listens


@pytest.mark.parametrize(
    ("sentence", "word", "party"),
    [
        ("Ilk praised the minister.", "minister", "minister"),
        ("Ilk praised this.", "this", None),
        ("The mayor praised Oslo’s patience.", "patience", "Oslo"),
        ("Ilk praised its patience.", "patience", None),
        ("Ilk praised the road’s width.", "width", None),
        ("Ilk praised the Danish plan.", "plan", "Danish"),
        ("Ilk praised the new plan.", "plan", None),
        ("Ilk praised the U.S. plan.", "plan", "U.S."),
        ("Ilk praised the Minsk plan.", "plan", None),
        ("Ilk praised the role of Oslo.", "role", "Oslo"),
        ("Ilk praised the width of Oslo.", "width", None),
        ("An offer from Oslo was praised.", "offer", "Oslo"),
        ("Ilk praised the attack by Oslo.", "attack", "Oslo"),
        ("Ilk praised the captain’s arrest.", "arrest", None),
        ("Ilk praised Oslo’s arrest of the captain.", "arrest", "Oslo"),
    ],
)
def test_whom_a_judgement_is_of(sentence: str, word: str, party: str | None) -> None:
    found = party_judged(token(parsed(sentence), word))
    assert (found.text if found is not None else None) == party
