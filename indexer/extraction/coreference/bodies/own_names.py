"""Names that are no person's: "Lakeside Holdings, a shipping company,", "Hvalur Nord, which runs ships"."""

from __future__ import annotations

from indexer.extraction.coreference.bodies.lookup import body_named
from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.people.apposition import apposed_after, office_before
from indexer.extraction.lang.en.apposition_patterns import KIND_BEFORE, WHICH
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import PersonName, RolePhrase
from indexer.extraction.model.coreference import Body

REACH = 40  # characters before a name in which its kind stands
COMPANY_ENDS = word_list("company-ends")


def named_bodies(discourse: Discourse) -> list[tuple[PersonName, RolePhrase | None]]:
    """Each such name, with what the text tells the body to be; None where it only tells that it is one."""
    found: list[tuple[PersonName, RolePhrase | None]] = []
    for name in discourse.annotations.names:
        told = _body_after(name, discourse)
        is_told = (
            told is not None
            or discourse.text.startswith(WHICH, name.end)
            or _is_a_company(name)
            or _is_behind_its_kind(name, discourse)
        )
        if is_told and not name.honorific and office_before(name, discourse) is None:
            found.append((name, told))
    return found


def _is_a_company(name: PersonName) -> bool:
    """ "Hvalur Nord Ltd"."""
    return len(name.parts) > 1 and name.parts[-1] in COMPANY_ENDS


def _is_behind_its_kind(name: PersonName, discourse: Discourse) -> bool:
    """ "The band Dust Choir", but neither "his band, Ana Silva" nor "the label boss Ana Silva"."""
    return KIND_BEFORE.search(discourse.text, max(0, name.start - REACH), name.start) is not None


def _body_after(name: PersonName, discourse: Discourse) -> RolePhrase | None:
    phrase = apposed_after(name, discourse)
    if phrase is None or phrase.is_office or not phrase.determiner:
        return None
    return phrase if discourse.text.startswith(",", phrase.end) else None


def body_called(name: PersonName, told: RolePhrase | None, discourse: Discourse) -> Body:
    """The body of that name: "Lakeside Holdings", "The Serb List"."""
    people = discourse.annotations.place_at(name.start - 2)
    start = people.span.start if people is not None and people.span.end == name.start - 1 else name.start
    return body_named(discourse.text[start : name.end], told, start, discourse)
