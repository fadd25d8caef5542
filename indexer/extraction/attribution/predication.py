"""What is said of an object: "called the road a trap", "accused Ilk of lying", "described it as absurd"."""

from __future__ import annotations

from spacy.tokens import Token

from indexer.extraction.attribution.passives import is_passive
from indexer.extraction.attribution.tokens import CLAUSE_SUBJECTS, NOMINAL, PAST
from indexer.extraction.lang.cues import CueEntry, Takes

RELATIVES = frozenset({"WDT", "WP"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})


def predication_start(verb: Token, last: Token, entry: CueEntry) -> int | None:
    """The first token of "X Y" in "called X Y", "accused X of Y", "described X as Y", and of "called “absurd”"."""
    right = [child for child in verb.rights if child.i > last.i and child.dep_ not in {"punct", "advmod", "cc", "conj"}]
    if not right or right[0].dep_ not in NOMINAL | {"ccomp", "xcomp", "prep"}:
        return None
    first = right[0]
    if _is_said_of_its_noun(verb, first) or _names_itself(verb, first, entry):
        return None
    prepositions = entry.takes & {Takes.AS, Takes.OF, Takes.TO}
    if prepositions:
        enough = any(token.lower_ in prepositions for child in right for token in (child, *child.subtree))
    elif first.dep_ == "prep":
        return None
    else:
        more = any(child.dep_ in {"oprd", "attr", "acomp", "dobj", "dep", "ccomp"} for child in right[1:])
        quoted = any(token.is_quote for token in verb.doc[first.left_edge.i : right[-1].right_edge.i + 1])
        quoted = quoted and (_has_its_object_before(verb) or not verb.doc[last.i + 1].is_quote)
        enough = more or quoted or first.dep_ in {"oprd", "ccomp", "xcomp"}
    return max(first.left_edge.i, last.i + 1) if enough else None


def _is_said_of_its_noun(verb: Token, first: Token) -> bool:
    """ "Ilk, dubbed “the Fox”", "a move described as hostile": by whom is not told."""
    return (
        verb.dep_ in {"acl", "advcl"}
        and not any(child.dep_ in CLAUSE_SUBJECTS for child in verb.lefts)
        and verb.tag_ in PAST
        and first.dep_ in {"oprd", "prep", "dobj"}
        and (verb.doc[first.left_edge.i - 1].i == verb.i or first.left_edge.i == verb.i + 1)
        and not is_passive(verb)
    )


def _names_itself(verb: Token, first: Token, entry: CueEntry) -> bool:
    """ "A group that calls itself the Fox", "voters describing themselves as young": who they are, and no statement."""
    if verb.dep_ not in {"acl", "relcl"} or first.lower_ not in REFLEXIVE:
        return False
    return Takes.AS in entry.takes or any(t.tag_.startswith("NNP") for t in verb.doc[first.i + 1 : first.i + 4])


def _has_its_object_before(verb: Token) -> bool:
    """ "What he called “absurd”", "a plan he called “absurd”", but no "he calls “attacks” what others call news"."""
    return verb.dep_ == "relcl" or is_passive(verb) or any(child.tag_ in RELATIVES for child in verb.lefts)
