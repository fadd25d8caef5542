"""Coreference: reads an article once from front to back and tells for every mention who is meant.

Passes and steps only read, and tell what they find as evidence; `Register` folds it into entities.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from indexer.extraction.coreference.bodies.own_names import named_bodies
from indexer.extraction.coreference.bodies.state_groups import widened
from indexer.extraction.coreference.entities.discourse import Discourse, discourse_of
from indexer.extraction.coreference.entities.evidence import introduction
from indexer.extraction.coreference.entities.register import Register
from indexer.extraction.coreference.linking import Linker
from indexer.extraction.coreference.mention_candidates import Candidate, Spans, candidates
from indexer.extraction.coreference.offices.shared import holds_with_others, office_of_its_country, shared_office
from indexer.extraction.coreference.offices.successions import office_taken_over
from indexer.extraction.coreference.offices.title_holders import named_in_the_title
from indexer.extraction.coreference.people.apposition import (
    has_an_office_behind,
    office_before,
    offices_before,
    told_after,
)
from indexer.extraction.coreference.people.full_names import new_person, people
from indexer.extraction.coreference.people.possessives import told_by_possessive
from indexer.extraction.coreference.people.short_names import bearer, is_shared
from indexer.extraction.coreference.salience import is_subject
from indexer.extraction.coreference.speakers.commitments import with_commitments
from indexer.extraction.coreference.speakers.issuers import Issuers
from indexer.extraction.coreference.speakers.mentioned_entity import mentioned_entity
from indexer.extraction.coreference.speakers.of_attributions import source, sources
from indexer.extraction.coreference.speakers.own_voice import own_voice
from indexer.extraction.coreference.speakers.surroundings import surroundings
from indexer.extraction.coreference.speakers.target import target
from indexer.extraction.model.annotation import Annotations, OrganisationMention, PersonName, Place, RolePhrase
from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.coreference import Coreference, Entity, EntityId, Evidence, EvidenceKind, Mention
from indexer.extraction.model.document import Document
from schemas.statement import Kind, Span


def resolve_coreference(
    document: Document, attributions: Sequence[Attribution], annotations: Annotations
) -> Coreference:
    """Who is meant by each mention of the article, what tells so, and who makes each of `attributions`.

    These are in the order of the text. What is quoted directly names nobody for the text around it.
    """
    named = list(dict.fromkeys(each.mention for each in attributions if each.mention is not None))
    speakers = {mention: widened(mention, annotations) for mention in named}
    spoken = Spans.of(speakers.values())
    addressed = {each.target: widened(each.target, annotations) for each in attributions if each.target is not None}
    quotes = [span for each in attributions if each.kind is Kind.DIRECT for span in each.spans]
    apart = Spans.of([*quotes, *(turn.label for turn in document.turns)])
    setting = surroundings(document, annotations)
    register, history = Register(), list[Mention]()
    discourse = discourse_of(document, annotations, setting.phrases, setting.home, register, history)
    bodies = named_bodies(discourse)
    register.apply(people(annotations.text, annotations.names))
    _read_beside_names({name.start for name, _ in bodies}, spoken, discourse, register)
    _read_speakers_names(spoken, discourse, register)
    linker = Linker(discourse, register, {name.parts: told for name, told in reversed(bodies)})
    found = candidates(annotations, spoken, Spans.of(addressed.values()))
    speaking = {
        addressed[each.target]: speakers[each.mention]
        for each in attributions
        if each.target is not None and each.mention is not None
    }
    mentions = list(_mentions(found, linker, apart, history, speaking))
    register.apply(named_in_the_title(discourse))
    by_mention, read = {}, list[tuple[Span, Entity | None]]()
    issuers = Issuers(discourse, mentions, read)
    for mention in sorted(named):
        entity = (
            mentioned_entity(speakers[mention], mentions, discourse)
            or issuers.of(mention)
            or own_voice(mention, discourse)
        )
        if entity is not None:
            register.apply(introduction(entity, mention, register))
        read.append((mention, entity))
        by_mention[mention] = source(mention, entity, setting, discourse)
    made = sources(document.text, attributions, by_mention, mentions)
    said_by = tuple(register.latest(each.entity) for each in made)
    made = with_commitments(made, attributions, said_by, annotations, document)
    meant = {each: mentioned_entity(words, mentions, discourse) for each, words in addressed.items()}
    targets = (
        target(each.target, meant[each.target], each, source.speaker, setting) if each.target is not None else None
        for each, source in zip(attributions, made, strict=True)
    )
    return Coreference(
        made,
        tuple(targets),
        said_by,
        tuple(_latest(meant[each.target] if each.target is not None else None, register) for each in attributions),
        register.all(),
        tuple(_now(mention, register) for mention in mentions),
        tuple(register.evidence),
    )


def _latest(entity: Entity | None, register: Register) -> Entity | None:
    """With all that is known of it by now; one that was only met as a target was never registered."""
    return entity and (register.latest(entity.id) or entity)


def _now(mention: Mention, register: Register) -> Mention:
    entity = register.itself(mention.entity)
    return mention if entity == mention.entity else replace(mention, entity=entity)


def _read_beside_names(of_bodies: Container[int], spoken: Spans, discourse: Discourse, register: Register) -> None:
    """What stands before and behind the names of people."""
    last: tuple[PersonName, RolePhrase] | None = None  # who shares an office with others
    for name in discourse.annotations.names:
        if name.start in of_bodies:
            continue
        office = office_before(name, discourse)
        shared = shared_office(name, last, discourse) if office is None else None
        last = (name, shared) if shared is not None else None
        person = bearer(name, register)
        is_told = person is None and (
            (office or shared) is not None or has_an_office_behind(name, spoken.around(name.span), discourse)
        )
        if is_told and not is_shared(name, register):
            register.apply(new_person(discourse.text, name))  # "Commissioner Lepasaar", who is never named in full
            person = register.named_at(name.start)
        if person is None:
            continue
        if office is not None and register.beside(office.start) is None:
            register.apply(offices_before(office, register.person(person), discourse))
        else:
            register.apply(told_by_possessive(name, register.person(person), discourse))
        register.apply(told_after(name, register.person(person), discourse))
        register.apply(_offices_told_apart(name, person, shared, discourse))


def _offices_told_apart(
    name: PersonName, person: EntityId, shared: RolePhrase | None, discourse: Discourse
) -> Iterator[Evidence]:
    """Those that do not stand beside the name alone: of several people, or taken over from somebody."""
    shared = shared or office_of_its_country(name, discourse)
    if shared is not None:
        yield from holds_with_others(shared, discourse.entities.person(person))
    taken = office_taken_over(name, discourse)
    if taken is not None and discourse.entities.beside(taken.start) is None:
        yield Evidence(EvidenceKind.APPOSITION, person, taken.span)


def _read_speakers_names(spoken: Spans, discourse: Discourse, register: Register) -> None:
    """Whoever speaks is a person, if it has a person's name."""
    for name in discourse.annotations.names:
        person = bearer(name, register) if spoken.around(name.span) is not None else None
        if person is not None:
            register.apply([Evidence(EvidenceKind.PERSON, person, name.span)])


def _mentions(
    found: Iterable[Candidate], linker: Linker, apart: Spans, history: list[Mention], speaking: Mapping[Span, Span]
) -> Iterator[Mention]:
    """All in the order of the text; those that are not `apart` are added to `history`, which the next are read with:
    what is quoted is, and the labels of a transcript, for nobody speaks of themselves by name.

    `speaking` are the words for whoever speaks to a target, by the words for that.
    """
    heard: dict[Span, EntityId] = {}  # who spoke so far, by the words for them
    for candidate in found:
        span, is_speaker = candidate.span, candidate.words is not None
        is_apart = apart.hold(span.start)
        speaks = speaking.get(candidate.target) if candidate.target is not None else None
        speaker = heard.get(speaks) if speaks is not None else None
        entity = linker.link(candidate, speaker) if is_speaker or not is_apart else None
        if entity is None:
            continue
        if candidate.words is not None:
            heard[candidate.words] = entity
        mention = Mention(span, entity, is_speaker or is_subject(linker.discourse, span.start))
        if not is_apart and not _is_a_spot(candidate) and (is_speaker or not _is_an_outlet(candidate)):
            history.append(mention)
        yield mention


def _is_a_spot(candidate: Candidate) -> bool:
    """ "In Moscow": a town on the map, which stands for nobody."""
    return isinstance(candidate.annotation, Place) and not candidate.annotation.stands


def _is_an_outlet(candidate: Candidate) -> bool:
    """ "Reuters" in "told Reuters", whom "it" does not mean."""
    return isinstance(candidate.annotation, OrganisationMention) and candidate.annotation.organisation.is_outlet
