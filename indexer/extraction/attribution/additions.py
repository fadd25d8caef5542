"""What a journalist adds to words that somebody said: ", which surprised nobody", ", but she left"."""

from __future__ import annotations

from spacy.tokens import Token

from indexer.extraction.attribution.cue_phrase import is_cue
from indexer.extraction.attribution.tokens import CLAUSE_SUBJECTS, FINITE
from indexer.extraction.lang.en.date_patterns import WEEKDAYS
from indexer.extraction.lang.en.outlet_patterns import CALLED_LIKE_PEOPLE
from indexer.extraction.lang.word_lists import word_list

RELATIVE = word_list("relative-pronouns")
OPENS_ADDITION = word_list("opens-an-addition")
WHILE_SPEAKING = word_list("while-speaking")
GOES_ON = word_list("people-told-of")
TIMES = word_list("times-of-the-story") | {day.lower() for day in WEEKDAYS}
OUTLETS = word_list("outlets") | CALLED_LIKE_PEOPLE
FARTHEST_OUTLET = 8  # tokens behind a comma in which an outlet's verb stands
OPENS_APPOSITION = word_list("opens-an-apposition")
TAKEN_FOR_OBJECTS = frozenset({"dobj", "npadvmod", "attr", "dep"})  # what a parser may take a loose noun for
OF_THE_STORY = word_list("participles-of-the-story")
REACH = 4  # tokens behind "and" or "but" in which the story's own time stands


def begins_addition(comma: Token, start: int, end: int, *, of_object: bool) -> bool:
    """Whether what follows the comma, in content that begins at `start` and may reach to `end`, is the journalist's.

    `of_object` says that the content is a noun: a relative clause tells which one.
    """
    doc = comma.doc
    first = doc[comma.i + 1]
    if first.is_quote:
        first = doc[comma.i + 2]
    if first.lower_ == "even" and doc[first.i + 1].lower_ == "as":
        first = doc[first.i + 1]  # ", even as protesters waited"
    word = first.lower_
    if word in OPENS_ADDITION or (word == "as" and first.dep_ == "mark"):
        return first.head.i > first.i and first.head.dep_ == "advcl"
    if word == "according" or _is_passed_on(first):
        return True
    if word == "without" or (word == "with" and first.dep_ == "prep"):
        return _has_own_participle(first, end)
    if word in RELATIVE and word != "that":
        return _is_attributed(first) or (not of_object and _is_last_clause(first, end))
    if word in {"and", "but"}:
        return _goes_on_with_the_story(first, start)
    return _is_loose(first, start, end, of_object=of_object)


def _is_loose(first: Token, start: int, end: int, *, of_object: bool) -> bool:
    """Whether a phrase without a conjunction is the journalist's: ", despite a ban"."""
    word = first.lower_
    if word == "despite" or (word in OF_THE_STORY and first.dep_ == "advcl"):
        return first.right_edge.i + 1 >= end
    if word in OPENS_APPOSITION and not of_object:
        return _is_apposed(first, end)
    if first.tag_ == "RB":
        first = first.doc[first.i + 1]
    return first.tag_ == "VBG" and is_cue(first) and first.i > start + 3


def _is_apposed(first: Token, end: int) -> bool:
    """ ", a plan that has cost millions", up to the end: what something is, is the journalist's to add."""
    noun = first if first.tag_ in {"NN", "CD"} else first.head
    is_listed = any(child.dep_ in {"conj", "cc"} for child in noun.rights)
    if noun.left_edge.i != first.i or noun.right_edge.i + 1 < end or is_listed:
        return False
    return noun.dep_ == "appos" or (noun.dep_ in TAKEN_FOR_OBJECTS and any(c.dep_ == "relcl" for c in noun.rights))


def _is_passed_on(first: Token) -> bool:
    """ ", the news agency reported on Monday"."""
    ahead = first.doc[first.i : first.i + FARTHEST_OUTLET]
    verb = next((token for token in ahead if token.tag_ in FINITE), None)
    return verb is not None and verb.i > first.i and is_cue(verb) and verb.nbor(-1).lower_ in OUTLETS


def tells_of_the_speaker(conjunction: Token, start: int) -> bool:
    """ "…was late as she left the hall", where nobody of that kind is spoken of before."""
    if conjunction.lower_ not in WHILE_SPEAKING or conjunction.dep_ != "mark" or conjunction.head.tag_ != "VBD":
        return False
    if conjunction.head.lower_ in {"was", "were", "had"}:
        return False
    subject = next((child for child in conjunction.head.lefts if child.dep_ in CLAUSE_SUBJECTS), None)
    return subject is not None and _is_new_pronoun(subject, start, conjunction.i)


def _has_own_participle(preposition: Token, end: int) -> bool:
    """ ", without elaborating", ", with officials warning of floods", up to the end."""
    ahead = preposition.doc[preposition.i + 1 : end]
    return preposition.right_edge.i + 1 >= end and any(
        token.tag_ == "VBG" and (token.dep_ != "pcomp" or token.head.i == preposition.i) for token in ahead
    )


def _is_attributed(pronoun: Token) -> bool:
    """ ", which, according to the mayor, …"."""
    following = pronoun.doc[pronoun.i + 1 : pronoun.i + 3].text.lower()
    return following.replace(" ", "") == ",according"


def _is_last_clause(pronoun: Token, end: int) -> bool:
    """Whether the content ends with the relative clause: what somebody is, or has done, is the journalist's to add."""
    clause = next((head for head in (pronoun, *pronoun.ancestors) if head.dep_ in {"relcl", "advcl", "ccomp"}), None)
    if clause is None or clause.i <= pronoun.i or clause.right_edge.i + 1 < end:
        return False
    return not any(child.tag_ == "MD" for child in clause.lefts)


def _goes_on_with_the_story(conjunction: Token, start: int) -> bool:
    """ ", but she gave no details", ", and on Friday the house voted"."""
    doc = conjunction.doc
    ahead = doc[conjunction.i + 1 : conjunction.i + 1 + REACH]
    if not ahead:
        return False
    subject = ahead[0]
    if subject.lower_ == "without":
        return True
    if _is_new_pronoun(subject, start, conjunction.i):
        return subject.head.tag_ in FINITE
    timed = next((token for token in ahead if token.lower_ in TIMES), None)
    if timed is None or ahead[0].tag_ not in {"IN", "JJ", "RB", "RBR", "NNP", "WRB"}:
        return False
    verb = next((token for token in doc[timed.i + 1 :] if token.tag_ in FINITE), None)
    return verb is not None and verb.tag_ == "VBD" and verb.dep_ in {"conj", "ROOT", "ccomp"}


def _is_new_pronoun(subject: Token, start: int, end: int) -> bool:
    """Whether it is "he" or "she", and no subject of that word stands in the content before."""
    if subject.lower_ not in GOES_ON or subject.dep_ not in CLAUSE_SUBJECTS:
        return False
    return all(token.lower_ != subject.lower_ for token in subject.doc[start:end])
