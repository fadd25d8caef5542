"""What the tagger's and the parser's labels tell of tokens, as several rules ask it."""

from __future__ import annotations

from spacy.tokens import Doc

VERBAL = frozenset({"ccomp", "xcomp", "advcl", "csubj", "dep"})
NOMINAL = frozenset({"dobj", "attr", "oprd", "nsubj", "dative", "acomp"})
PAST = frozenset({"VBD", "VBN"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NAMED_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SUBJECTS = NAMED_SUBJECTS | {"expl"}
CLAUSE_SUBJECTS = SUBJECTS | {"csubj"}
INTERRUPTING = frozenset({",", "—", "–", "--", ";"})


def last_word_end(doc: Doc) -> int:
    """The number of the token behind the last that is no mark."""
    last = len(doc)
    while last and doc[last - 1].is_punct:
        last -= 1
    return last
