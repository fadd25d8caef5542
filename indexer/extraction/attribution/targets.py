"""Whom a statement is addressed to, or judges, as its reporting clause tells: by targets.csv, cue by cue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from indexer.extraction.attribution.mentions import mention_of
from indexer.extraction.attribution.parties import behind, below, is_audience, is_party, noun_at, party_judged
from indexer.extraction.attribution.passives import is_passive
from indexer.extraction.attribution.shapes import TokenRange
from indexer.extraction.attribution.sources import RELATIVE
from indexer.extraction.lang.cues import CueEntry, Takes
from indexer.extraction.lang.en.date_patterns import DAYS, MONTHS
from indexer.extraction.lang.en.determiners import INDEFINITE_DETERMINERS
from indexer.extraction.lang.en.role_nouns import TAKING_TO
from indexer.extraction.lang.tables import table
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.attribution import Rule

REPLIES = word_list("replies")
CALLS = word_list("calls")
BEHIND_A_TARGET = word_list("behind-a-target")
CONJUNCTION = "that"
ASKED_FOR = word_list("asked-for")
PAID = word_list("paid")
# By these rules the object is asked to act or judged, and needs not be known to be somebody; by others it listens.
ACTED_ON = frozenset({Rule.OBJECT_INFINITIVE, Rule.PREDICATION, Rule.PREPOSITION})


PREDICATIONS = frozenset({Rule.PREDICATION, Rule.FREE_RELATIVE})


@dataclass(frozen=True, slots=True)
class _Clause:
    """The verb with the last of its words, and the rule by which its content was found, None of a verb without any."""

    verb: Token
    last: Token
    rule: Rule | None

    @property
    def object(self) -> Token | None:
        """The noun behind the verb, or the subject of a passive one."""
        if is_passive(self.verb):
            subject = next((child for child in self.verb.lefts if child.dep_ == "nsubjpass"), None)
            return self.verb.head if subject is not None and subject.lower_ in RELATIVE else subject
        if self.rule in PREDICATIONS and _is_of_relative(self.verb):
            return None  # "a plan that she called a farce"
        noun = noun_at(self.last.doc, self.last.i + 1)
        if noun is None or noun.lower_ in DAYS or self.last.nbor().lower_ == CONJUNCTION:
            return None  # "asked that part of it go there"
        return noun


def _is_of_relative(verb: Token) -> bool:
    """Whether what the verb is about stands before it, as "what" or as the noun of a relative clause."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    is_object = subject is not None and subject.lower_ not in RELATIVE
    return is_object and (verb.dep_ == "relcl" or any(child.lower_ == "what" for child in verb.lefts))


def target_of(verb: Token, last: Token, entry: CueEntry, rule: Rule, mention: TokenRange | None) -> TokenRange | None:
    """The words for the party; None where the clause names none, or only whoever speaks, named by `mention`."""
    named = _party(_Clause(verb, last, rule), _places().get(entry.lemma, ())) or _of_another_verb(verb)
    if named is None:
        return None
    words = _words_for(named)
    if Takes.OF in entry.takes:
        words = _without_charge(words, named)
    return None if mention is not None and _is_of_speaker(named, words, mention) else words


def _is_of_speaker(noun: Token, words: TokenRange, mention: TokenRange) -> bool:
    """Whether they name the speaker, or are a part of that: "said an adviser to the premier"."""
    if words.start < mention.end and mention.start < words.end:
        return True
    return noun.dep_ == "pobj" and noun.head.i == mention.end and noun.doc[mention.end - 1].lower_ in TAKING_TO


@cache
def _places() -> Mapping[str, tuple[str, ...]]:
    """Where a cue has its party, by lemma."""
    return {row["lemma"]: tuple(row["party"].split()) for row in table("targets") if not row["forms"]}


@cache
def _other_verbs() -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """Verbs that are no cues by each of their forms: the words behind it that make it this verb, and its places."""
    found: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {}
    for row in table("targets"):
        for form in row["forms"].split():
            found[form] = (*found.get(form, ()), (tuple(row["lemma"].split()[1:]), tuple(row["party"].split())))
    return found


def _party(clause: _Clause, places: tuple[str, ...]) -> Token | None:
    found = (PLACES[place](clause) if place in PLACES else _introduced(clause, place) for place in places)
    return next((party for party in found if party is not None), None) or _answered(clause.verb)


def _told(clause: _Clause) -> Token | None:
    noun = clause.object
    if noun is None or _has_thing(noun) or not is_party(noun):
        return None
    return None if clause.rule not in ACTED_ON and is_audience(noun) else noun


def _asked(clause: _Clause) -> Token | None:
    noun = clause.object
    if noun is None or noun.tag_ == "PRP" or clause.rule not in ACTED_ON:
        return noun if noun is not None and is_party(noun) else None
    return noun


def _has_thing(noun: Token) -> bool:
    """ "Told CNN's “Morning Hour”"."""
    return noun.i + 1 < len(noun.doc) and noun.nbor().tag_ == "POS"


def _judged(clause: _Clause) -> Token | None:
    return party_judged(clause.object) if clause.object is not None else None


def _invited(clause: _Clause) -> Token | None:
    """ "For Oslo to pay", but "for an envoy to be sent" asks nobody."""
    noun = clause.object
    if noun is None or not is_party(noun) or any(child.lower_ in INDEFINITE_DETERMINERS for child in noun.lefts):
        return None
    end = _words_for(noun).end
    return noun if end < len(noun.doc) and noun.doc[end].tag_ == "TO" else None


def _beside(clause: _Clause, preposition: str, things: frozenset[str]) -> Token | None:
    """Behind the preposition, where the object is one of those things."""
    noun = clause.object
    if noun is None or noun.lower_ not in things:
        return None
    return _first_party([*behind(clause.verb, preposition), *behind(noun, preposition)])


PLACES: Mapping[str, Callable[[_Clause], Token | None]] = {
    "told": _told,
    "asked": _asked,
    "judged": _judged,
    "invited": _invited,
    "on": lambda clause: _introduced(clause, "on", clause.object),
    "from": lambda clause: _beside(clause, "from", ASKED_FOR),
    "with": lambda clause: _beside(clause, "with", ASKED_FOR),
    "paid": lambda clause: _beside(clause, "to", PAID),
}


def _introduced(clause: _Clause, preposition: str, thing: Token | None = None) -> Token | None:
    """What stands behind the preposition below the verb, or the thing."""
    above = dict.fromkeys([clause.last, clause.verb, *([thing] if thing is not None else [])])
    return _first_party([noun for token in above for noun in behind(token, preposition)])


def _first_party(nouns: list[Token]) -> Token | None:
    """Of those that are spoken to or whose thing is; no audience."""
    parties = (party_judged(noun) for noun in nouns)
    return next((party for party in parties if party is not None and not is_audience(party)), None)


def _answered(verb: Token) -> Token | None:
    """ "Wrote in reply to a senator", "said in a call with the premier"."""
    for noun in below(verb, "in"):
        if noun.lower_ in REPLIES or noun.lower_ in CALLS:
            return _first_party([*behind(noun, "to" if noun.lower_ in REPLIES else "with")])
    return None


def _of_another_verb(verb: Token) -> Token | None:
    """ "Hit out at Oslo, saying …", "addressing Oslo, … said": the party of a verb that is no statement by itself."""
    if verb.tag_ == "VBG" and verb.dep_ in {"advcl", "xcomp", "conj"}:
        return _of_no_cue(verb.head)
    beside = (child for child in verb.children if child.dep_ == "advcl" and child.tag_ == "VBG")
    return next(filter(None, map(_of_no_cue, beside)), None)


def _of_no_cue(verb: Token) -> Token | None:
    for words, places in _other_verbs().get(verb.lower_, ()):
        following = verb.doc[verb.i + 1 : verb.i + 1 + len(words)]
        if tuple(token.lower_ for token in following) == words:
            return _party(_Clause(verb, verb.doc[verb.i + len(words)], None), places)
    return None


def _words_for(noun: Token) -> TokenRange:
    """As those for a speaker, but what stands behind "for" and "with" tells of the statement: "thanked Oslo for …"."""
    start, end = mention_of(noun)
    if noun.tag_.startswith("NNP"):  # "neighbouring Oslo" is Oslo
        start = next((at + 1 for at in range(noun.i, start - 1, -1) if _describes(noun.doc[at])), start)
    if noun.lower_ == "those":
        end = noun.right_edge.i + 1
    return TokenRange(start, next((at for at in range(noun.i + 1, end) if _tells_more(noun.doc[at])), end))


def _describes(word: Token) -> bool:
    return word.tag_ in {"JJ", "VBG"} and word.text.islower()


def _without_charge(words: TokenRange, noun: Token) -> TokenRange:
    """ "Accused the government of Oslo of theft", or "the government of theft", where no other "of" follows."""
    doc = noun.doc
    following = next((token for token in doc[words.end :] if not token.is_quote), None)
    if following is not None and following.lower_ == "of":
        return words
    last = next((at for at in range(words.end - 1, noun.i, -1) if doc[at].lower_ == "of"), words.end)
    return TokenRange(words.start, last)


def _tells_more(word: Token) -> bool:
    if word.lower_ in BEHIND_A_TARGET or (word.tag_ == "TO" and word.head.tag_ == "VB"):
        return True
    return word.lower_ == "in" and any(child.text in MONTHS for child in word.children)
