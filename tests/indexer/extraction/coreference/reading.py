"""Small articles for tests of coreference, and what may be read of them before and after they are resolved."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.extraction.annotation.annotate import annotate
from indexer.extraction.coreference.entities.discourse import Discourse, discourse_of
from indexer.extraction.coreference.entities.register import Register
from indexer.extraction.coreference.offices.phrase_index import PhraseIndex
from indexer.extraction.coreference.resolution import resolve_coreference
from indexer.extraction.model.annotation import Annotations, RolePhrase
from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.coreference import (
    Body,
    Coreference,
    Entity,
    Evidence,
    EvidenceKind,
    Mention,
    Person,
    State,
)
from schemas.statement import Span
from tests.indexer.extraction.documents import document
from tests.indexer.extraction.marked import marked

NOWHERE = Span(0, 0)


def annotated(text: str, attributions: Sequence[Attribution] = ()) -> Annotations:
    return annotate(document(text), attributions)


def discourse(text: str, *history: Entity, home: str = "") -> tuple[Discourse, Register]:
    """What may be read of `text` after mentions of the entities of `history`, all of whom acted."""
    register = Register()
    register.apply(introduced(entity) for entity in history)
    mentions = [Mention(Span(number, number + 1), entity.id, True) for number, entity in enumerate(history)]
    codes = frozenset(home.split())
    annotations = annotated(text)
    phrases = PhraseIndex.of(text, annotations.role_phrases)
    return discourse_of(document(text), annotations, phrases, codes, register, mentions), register


def introduced(entity: Entity) -> Evidence:
    return Evidence(EvidenceKind.INTRODUCTION, entity.id, NOWHERE, entity)


def resolved(text: str) -> Coreference:
    """Of a text that is marked."""
    plain, attributions = marked(text)
    return resolve_coreference(document(plain), attributions, annotated(plain, attributions))


def phrase(text: str) -> RolePhrase:
    return annotated(text).role_phrases[0]


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def person(name: str, codes: str = "", **about: object) -> Person:
    countries = frozenset(codes.split())
    return Person(f"person:{name}", name, 0, countries, parts=tuple(name.lower().split()), **about)  # type: ignore[arg-type]


def office(name: str, codes: str = "", **about: object) -> Person:
    return Person(f"office:{name}", name, 0, frozenset(codes.split()), awaits_name=True, **about)  # type: ignore[arg-type]


def body(name: str, codes: str = "", **about: object) -> Body:
    return Body(f"body:{name}", name, 0, frozenset(codes.split()), organisation=name, **about)  # type: ignore[arg-type]


def state(name: str, code: str) -> State:
    return State(f"state:{name}", name, 0, frozenset((code,)))
