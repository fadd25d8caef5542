"""Who does the reporting verb's speaking, as the sentence's tree tells, and which words name them."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from indexer.extraction.attribution.passives import agent_of, is_passive
from indexer.extraction.attribution.tokens import FINITE, NAMED_SUBJECTS, PAST
from indexer.extraction.lang.cues import cues
from indexer.extraction.lang.en.date_patterns import WEEKDAYS
from indexer.extraction.lang.en.place_patterns import REGION
from indexer.extraction.lang.en.role_nouns import OFFICES, PRIVATE
from indexer.extraction.lang.word_lists import word_list

OWN_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
RELATIVE = word_list("relative-pronouns")
PAPERS = word_list("papers")
OCCASIONS = word_list("occasions-of-speech")
SENDING = word_list("verbs-of-sending")
ANSWERS = word_list("nouns-of-answering")
PEOPLE = OFFICES | PRIVATE | word_list("nouns-of-people")
PEOPLE_TOLD_OF = word_list("people-told-of")
NOBODY_TOLD_OF = word_list("nobody-told-of")
SOME = word_list("some-people")
THINGS = word_list("things-that-say-nothing")
GOES_ON = word_list("participles-of-going-on")
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "conj", "pcomp"})
QUOTING = word_list("quoting-another")
FARTHEST = 6  # steps up the tree


def source_of(verb: Token, hidden: frozenset[int], inverted: bool) -> Token | None:
    """The head word of whoever speaks: a noun, a name or a pronoun, none of the `hidden` tokens of folded quotes.

    `inverted` says that the content stands before the verb, so that what follows it may be its subject.
    """
    found = subject_of(verb, hidden)
    if found is None and inverted:
        behind = next((c for c in verb.rights if c.dep_ not in {"punct", "advmod", "prep", "aux"}), None)
        if behind is not None and behind.tag_.startswith(("N", "PRP")) and behind.i not in hidden:
            found = behind
    if found is None and not is_passive(verb):
        found = apposed_before(verb) or _word_before(verb, hidden)
    found = _before_day(verb, found) if found is not None else None
    return _named(found) if found is not None else None


def _before_day(verb: Token, found: Token) -> Token:
    """Whoever stands before the weekday in "the Foreign Office Friday said", which is read as a part of the name."""
    at = verb.i - 2
    if at < 0 or verb.doc[at + 1].text not in WEEKDAYS or not verb.doc[at].tag_.startswith("N"):
        return found
    return verb.doc[at] if found.i == at + 1 else found


def is_thing(head: Token) -> bool:
    """Whether it is one that can't speak: "the talks underline", "the map claims"."""
    return head.tag_ in {"NN", "NNS"} and head.lower_ in THINGS


def subject_of(verb: Token, hidden: frozenset[int] = frozenset(), steps: int = 0) -> Token | None:
    if is_passive(verb):
        return _agent(verb)
    own = [child for child in verb.children if child.dep_ in OWN_SUBJECTS and child.i not in hidden]
    if own:
        nearest = own[-1] if own[-1].i < verb.i else _first_behind(own)
        for child in nearest.rights:
            is_last = child.dep_ == "appos" and child.right_edge.i == verb.i - 1
            if is_last and not _sums_up(child, nearest):
                nearest = child  # "Ilk, a top aide said, is ill": the aide speaks
        if nearest.lower_ in RELATIVE and verb.dep_ == "relcl":
            return _somebody_above(verb.head) if nearest.lower_ == "who" else verb.head
        if nearest.dep_ == "csubj" and (outer := _before_participle(nearest)) is not None:
            return outer
        return None if nearest.dep_ == "expl" else nearest
    if steps >= FARTHEST or verb.head is verb:
        return None
    return _inherited(verb, hidden, steps + 1)


def _sums_up(apposed: Token, subject: Token) -> bool:
    """ "Both" of "Ilk and Vorn both said": the subject speaks, if nothing but its names stands between."""
    return apposed.tag_ == "DT" and not any(token.is_punct for token in subject.doc[subject.left_edge.i : apposed.i])


def _before_participle(clause: Token) -> Token | None:
    """ "Ilk" in "Ilk, speaking in Vorn, said", where a parser takes the participle for the subject."""
    comma = clause.left_edge.i - 1
    if clause.tag_ != "VBG" or comma < 1 or clause.doc[comma].text != ",":
        return None
    before = clause.doc[comma - 1]
    return before if before.tag_.startswith(("N", "PRP")) else None


def _somebody_above(noun: Token) -> Token:
    """Whom "who" stands for: of "callers to a show who said so" the callers, where a parser takes the show."""
    above = noun.head.head
    if is_thing(noun) and noun.dep_ == "pobj" and above.tag_.startswith("N") and not is_thing(above):
        return above
    return noun


def _first_behind(subjects: list[Token]) -> Token:
    """The first subject behind its verb; the name, where it is an office: "said the chair for May, Ambassador Ilk"."""
    first, *others = subjects
    named = next((each for each in others if each.tag_ == "NNP" and _is_behind_a_comma(each)), None)
    return named if named is not None and first.lower_ in OFFICES else first


def apposed_before(verb: Token) -> Token | None:
    """Who stands with an apposition between a fronted phrase and the verb, and is read as a part of the phrase: "On
    Friday Vera Ilk, the mayor, said", "In Baku, the mayor, Vera Ilk, said".
    """
    fronted = next((child for child in verb.lefts if child.dep_ == "prep"), None)
    last = verb.i - 1
    if fronted is None or last < 1 or verb.doc[last].text != ",":
        return None
    for token in reversed(verb.doc[fronted.i : last]):
        if token.dep_ == "appos" and token.right_edge.i in (last - 1, last) and token.head.i < token.i:
            if token.tag_ == "NNP":
                return token if is_somebody(token.head) and token.head.tag_ == "NN" else None
            is_named = token.head.tag_ == "NNP" and token.head.i and verb.doc[token.head.i - 1].tag_ == "NNP"
            return token.head if is_named else None
    return None


def _word_before(verb: Token, hidden: frozenset[int]) -> Token | None:
    at = verb.i - 1
    while at >= 0 and verb.doc[at].tag_ in {"RB", "VBD", "VBZ", "VBP", "MD"} and verb.i - at < 4:
        at -= 1
    before = verb.doc[at] if at >= 0 else None
    if before is None or before.i in hidden:
        return None
    if before.tag_ in {"NN", "NNS", "NNP", "NNPS", "PRP"} or before.lower_ in SOME:
        return before
    return None


def _named(head: Token) -> Token:
    """The name in apposition to a role ("its spokeswoman, Vera Ilk,"), and who issued a paper that speaks."""
    if head.tag_ in {"NN", "NNS"} or head.lower_ in OFFICES:
        for child in head.rights:
            if child.dep_ == "appos" and child.tag_ == "NNP" and (_is_joined(child) or _is_behind_a_comma(child)):
                return child if REGION.fullmatch(_words_up_to(child)) is None else head
            if head.lower_ in PAPERS and child.dep_ in {"prep", "agent"} and child.lower_ in {"from", "by"}:
                return next((named for named in child.children if named.dep_ == "pobj"), head)
    return head


def _is_joined(apposed: Token) -> bool:
    """ "The minister Vera Ilk"; of several only the first would be named."""
    return apposed.left_edge.i == apposed.head.i + 1 and apposed.head.tag_ == "NN"


def _is_behind_a_comma(apposed: Token) -> bool:
    return apposed.doc[apposed.left_edge.i - 1].text == ","


def is_somebody(head: Token) -> bool:
    """Whether a person speaks or is told of, by a name, a pronoun or an office."""
    if head.tag_ in {"PRP", "PRP$"}:
        return head.lower_ not in NOBODY_TOLD_OF
    if head.tag_ in {"NNP", "NNPS"}:
        return True
    return head.lower_ in PEOPLE or (head.tag_ == "NNS" and head.lower_.removesuffix("s") in PEOPLE)


def of_answer(noun: Token) -> Token | None:
    """Who gives an answer: "the reply of the envoy", "her verdict"; the noun itself where it is none."""
    if noun.lower_ not in ANSWERS:
        return noun
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "from", "by"}:
            return next((_named(named) for named in child.children if named.dep_ == "pobj"), None)
    return next((child for child in noun.lefts if child.dep_ == "poss"), None)


def _words_up_to(name: Token) -> str:
    return name.doc[name.left_edge.i : name.i + 1].text


def about(doc: Doc) -> Token | None:
    """The person that a sentence is about: its subject, or the last he or she or name in it."""
    root = next((token for token in doc if token.dep_ == "ROOT"), None)
    subject = next((c for c in root.lefts if c.dep_ in NAMED_SUBJECTS), None) if root is not None else None
    if subject is not None and subject.lower_ in NOBODY_TOLD_OF and _named(subject) is subject:
        return None
    if subject is not None and subject.lower_ != "this" and subject.tag_ != "NNS" and is_somebody(_named(subject)):
        return _named(subject)
    people = [t for t in doc if t.lower_ in PEOPLE_TOLD_OF or (t.tag_ == "NNP" and t.dep_ == "nsubj")]
    return people[-1] if people else None


def _agent(verb: Token) -> Token | None:
    by = agent_of(verb)
    return next((named for named in by.children if named.dep_ == "pobj"), None) if by is not None else None


def _inherited(verb: Token, hidden: frozenset[int], steps: int) -> Token | None:
    head = verb.head
    if verb.tag_ == "VBG" and verb.dep_ == "advcl":
        reporting = _reporting_above(head)
        inner = _governing(head, hidden, steps)
        goes_on = inner is None or verb.lower_ in GOES_ON or not is_somebody(inner) or _is_so(head)
        if reporting is not None and goes_on:
            return subject_of(reporting, hidden, steps)  # "said the talks went well, adding": who said also added
        return inner
    if verb.dep_ == "conj" and head.dep_ == "ccomp" and {verb.tag_, head.head.tag_} <= PAST:
        return _governing(head.head, hidden, steps)  # "denied that it leaked and called": who denied also called
    if verb.dep_ in {"acl", "relcl"}:
        if verb.tag_ == "VBG" and (sender := _sender(head, hidden, steps)) is not None:
            return sender
        return head if verb.lower_ not in GOES_ON or is_somebody(head) else _replying(head, hidden, steps)
    if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp", "dep"}:
        return _governing(head, hidden, steps)
    quoting = quoting_verb(verb)
    if quoting is not None and not is_passive(quoting):
        return next((child for child in quoting.rights if child.dep_ == "dobj"), None)
    if verb.dep_ == "pcomp" and head.head is not head:
        return _governing(head.head, hidden, steps)
    return None


def quoting_verb(verb: Token) -> Token | None:
    """ "Quoted" of "quoted her as saying"."""
    quoting = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else None
    return quoting if quoting is not None and quoting.lower_ in QUOTING else None


def _sender(noun: Token, hidden: frozenset[int], steps: int) -> Token | None:
    """Who wrote it, or spoke there: "sent a letter to the board demanding …", "in an interview with Vox calling …"."""
    while noun.dep_ == "pobj" and noun.head.head.tag_.startswith("N") and noun.lower_ not in PAPERS | OCCASIONS:
        noun = noun.head.head
    if noun.lower_ in PAPERS and noun.dep_ == "dobj" and noun.head.lower_ in SENDING:
        return subject_of(noun.head, hidden, steps)
    if noun.lower_ in OCCASIONS and noun.dep_ == "pobj" and noun.head.head.tag_ in FINITE:
        return subject_of(noun.head.head, hidden, steps)
    return None


def is_purpose(verb: Token) -> bool:
    """ "To dismiss" in "a motion to dismiss", but not in "the first leader to condemn"."""
    return verb.tag_ == "VB" and verb.dep_ in {"acl", "relcl"} and not is_somebody(verb.head)


def _is_so(verb: Token) -> bool:
    """ "Remains" in "said Renk remains a port, saying": of a state, in which nobody speaks."""
    return any(child.dep_ in {"attr", "acomp"} for child in verb.children)


def _replying(noun: Token, hidden: frozenset[int], steps: int) -> Token:
    """Who goes on, where a parser takes the object for that: "Oslo replied to the charges stressing that it paid"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.lower_ in PAPERS or verb.lower_ not in cues():
        return noun
    return subject_of(verb, hidden, steps) or noun


def _reporting_above(verb: Token) -> Token | None:
    """The verb that reports the clause in which this one stands."""
    for _ in range(FARTHEST):
        if verb.dep_ == "ccomp" and verb.head.lower_ in cues():
            return verb.head
        if verb.dep_ not in CLAUSES:
            return None
        verb = verb.head
    return None


def _governing(head: Token, hidden: frozenset[int], steps: int) -> Token | None:
    """The subject of the verb above; of a passive, who undergoes it ("was quoted as saying")."""
    if head.tag_.startswith("N"):
        return head
    if is_passive(head):
        return next((child for child in head.children if child.dep_ == "nsubjpass"), None) or (
            _inherited(head, hidden, steps) if steps < FARTHEST and head.head is not head else None
        )
    return subject_of(head, hidden, steps)
