import pytest

from indexer.extraction.annotation.roles.organisation import company_before, find_organisation
from indexer.extraction.annotation.tagging import tag
from indexer.extraction.document.words import words_of
from indexer.extraction.model.annotation import TaggedText


def tagged(text: str) -> TaggedText:
    return tag(text, words_of(text))


@pytest.mark.parametrize(
    ("phrase", "head", "organisation"),
    [
        ("Polish border service", "service", "Polish border service"),
        ("head of the Serbian delegation", "head", "Serbian delegation"),
        ("envoy of the UN", "envoy", "UN"),
        ("spokesman for trade at the ministry", "spokesman", "ministry"),
        ("EU envoy", "envoy", "EU"),
        ("EU Affairs minister", "minister", None),
        ("minister for ASEAN Cooperation", "minister", None),
        ("Poland's UN envoy", "envoy", None),  # sent there
        ("UN's Polish envoy", "envoy", "UN"),
        ("Polish UN official", "official", "UN"),
        ("Polish foreign ministry spokesman", "spokesman", "Polish foreign ministry"),
        ("Kremlin spokesman", "spokesman", "Kremlin"),
        ("Norvik Oil spokesman", "spokesman", "Norvik Oil"),
        ("Polish minister", "minister", None),
        ("minister of Peru", "minister", None),
        ("army spokesman", "spokesman", None),
    ],
)
def test_organisations(phrase: str, head: str, organisation: str | None) -> None:
    found = tagged(phrase)
    at = [word.low for word in found.words].index(head)
    assert find_organisation(found, 0, at, len(found.words) - 1) == organisation


@pytest.mark.parametrize(
    ("phrase", "company"),
    [
        ("the Norvik Oil spokesman", (1, 2)),
        ("the Georgian Dream spokesman", (1, 2)),
        ("the Polish spokesman", None),
        ("the State Department spokesman", None),
        ("the Silva campaign spokesman", None),
        ("Norvik's spokesman", None),
    ],
)
def test_companies(phrase: str, company: tuple[int, int] | None) -> None:
    found = tagged(phrase)
    assert company_before(found, 0, len(found.words) - 1) == company
