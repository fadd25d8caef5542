"""Whom an operator's table knows among the people of an article."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.extraction.lang.en.determiners import INDEFINITE_DETERMINERS
from indexer.extraction.model.coreference import Person
from indexer.extraction.model.document import Document
from schemas.identity.people import People
from schemas.statement import Speaker, Target


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """The table, and the article for whose day it is asked."""

    people: People
    document: Document

    def id_of(self, person: Person, party: Speaker | Target, own: str | None) -> str | None:
        """As the table has it, else `own`; None where the table has several."""
        codes = () if person.no_state else party.countries
        on = self.document.published_on
        if person.parts:
            found = self.people.named(person.name, codes, on)
        elif person.role is not None and not person.plural and self._is_definite(party):
            found = self.people.holding(person.role, codes, on)
        else:
            return own
        return own if not found else next(iter(found)) if len(found) == 1 else None

    def _is_definite(self, party: Speaker | Target) -> bool:
        """ "The Azerbaijani president", "Azerbaijan's president", but not "a minister"."""
        words = party.mention.of(self.document.text).split()
        return bool(words) and words[0].lower() not in INDEFINITE_DETERMINERS
