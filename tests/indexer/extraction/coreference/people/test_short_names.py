import pytest

from indexer.extraction.coreference.people.full_names import people
from indexer.extraction.coreference.people.short_names import bearer, is_shared, meant, only_one_called
from indexer.extraction.model.coreference import Allegiance, Evidence, EvidenceKind, Mention
from tests.indexer.extraction.coreference.reading import NOWHERE, discourse

TWO = "Then Marco Ruiz met Ms Elena Ruiz. "


def reading(text: str, last: str = "", **codes: str):
    """With everybody named in full known; `last` was mentioned last; `codes` by the first name in lower case."""
    read, register = discourse(text)
    register.apply(people(text, read.annotations.names))
    by_name = {entity.name: entity.id for entity in register.all().values()}
    for name, identity in by_name.items():
        code = codes.get(name.split()[0].lower())
        if code:
            register.apply([Evidence(EvidenceKind.COUNTRY, identity, NOWHERE, Allegiance(frozenset([code])))])
    if last:
        read.history.append(Mention(NOWHERE, by_name[last], True))
    return read, register


def who(text: str, last: str = "", **codes: str) -> str | None:
    read, register = reading(text, last, **codes)
    found = meant(read.annotations.names[-1], read)
    return register[found].name if found else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Then Ana Silva met Jan Kos. And Silva left.", "Ana Silva"),
        ("Then Shin Dae-hyun spoke. And Shin left.", "Shin Dae-hyun"),
        ("Then Ana Silva met Orlik.", None),
        ("Then Ana Silva spoke.", "Ana Silva"),
        ("Then Maria Silva spoke. And Ms Silva left.", "Maria Silva"),
        ("Then Maria Silva spoke. And Mr Silva left.", None),
    ],
)
def test_a_surname_means_who_bears_it(text: str, name: str | None) -> None:
    assert who(text) == name


def test_of_two_bearers_it_means_whom_the_gender_or_the_country_tells() -> None:
    assert who(TWO + "And Mr Ruiz left.", last="Elena Ruiz") == "Marco Ruiz"
    assert who(TWO + "And Chile’s Ruiz left.", elena="CL") == "Elena Ruiz"


def test_of_two_bearers_it_means_the_last_mentioned_or_else_the_first() -> None:
    assert who(TWO + "And Ruiz left.", last="Elena Ruiz") == "Elena Ruiz"
    assert who(TWO + "And Ruiz left.") == "Marco Ruiz"


def test_a_surname_of_two_is_nobodys_alone() -> None:
    read, register = reading(TWO + "And Ruiz left.")
    name = read.annotations.names[-1]
    assert bearer(name, register) is None
    assert is_shared(name, register)
    assert only_one_called("ruiz", register) is None


def test_a_surname_of_one_is_that_ones() -> None:
    read, register = reading("Then Ana Silva spoke. And Silva left.")
    name = read.annotations.names[-1]
    assert bearer(name, register) == only_one_called("silva", register) is not None
    assert not is_shared(name, register)
    assert only_one_called("orlik", register) is None
