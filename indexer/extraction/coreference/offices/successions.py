"""Who takes an office over: "Ana Silva was named minister", "replaced as envoy by Jan Kos", "his successor"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.entities.evidence import allegiance
from indexer.extraction.coreference.offices.owners import SUCCESSOR
from indexer.extraction.lang.en.apposition_patterns import GETS, GETS_AFTER, REPLACED_AS
from indexer.extraction.lang.en.role_nouns import SYNONYMS
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import PersonName, RolePhrase
from indexer.extraction.model.coreference import Entity, Evidence, EvidenceKind, Person, Title

FORMER = word_list("former")
BY = " by "
REACH = 20  # characters before an office that tell that it is taken over
BACK = 40  # phrases back to the office of a predecessor


def office_taken_over(name: PersonName, discourse: Discourse) -> RolePhrase | None:
    """ "Minister" of "Ana Silva was named minister", "Ana Silva succeeds Kos as minister", "replaced as minister by".

    None where the name gets no office.
    """
    text = discourse.text
    gets = GETS.match(text, name.end) or GETS_AFTER.match(text, name.end)
    phrase = discourse.phrases.beginning(gets.end()) if gets is not None else None
    if phrase is None and text.endswith(BY, 0, name.with_honorific):
        phrase = discourse.phrases.ending(name.with_honorific - len(BY))
        if phrase is not None and REPLACED_AS.search(text, max(0, phrase.start - REACH), phrase.start) is None:
            return None
    return phrase if phrase is not None and phrase.is_office and not phrase.plural else None


def of_predecessor(
    successor: Person, phrase: RolePhrase, owner: Entity | None, discourse: Discourse
) -> Iterator[Evidence]:
    """What "his successor, Ana Silva" tells: she holds the office that he had."""
    if phrase.head != SUCCESSOR or not isinstance(owner, Person) or owner.id == successor.id:
        return
    office = _last_office(owner, phrase.start, discourse)
    role = owner.role or (_present(office) if office is not None else None)
    if role is None:
        return
    noun = role.split()[-1].lower()
    nouns = owner.nouns or frozenset((SYNONYMS.get(noun, noun),))
    yield Evidence(EvidenceKind.TITLE, successor.id, phrase.span, Title(role, nouns, True))
    told = discourse.annotations.countries_in(*office.span) if office is not None else frozenset()
    yield from allegiance(successor.id, phrase.span, owner.countries | told)


def _last_office(owner: Person, position: int, discourse: Discourse) -> RolePhrase | None:
    index = bisect_left(discourse.phrases.starts, position)
    before = reversed(discourse.phrases.phrases[max(0, index - BACK) : index])
    return next((phrase for phrase in before if discourse.entities.beside(phrase.start) == owner.id), None)


def _present(office: RolePhrase) -> str | None:
    """ "Trade minister" of "former trade minister", "premier" of "ex-premier"."""
    words = [word for word in (office.role or "").split() if word.lower() not in FORMER]
    return " ".join(word.removeprefix("ex-").removeprefix("Ex-") for word in words) or None
