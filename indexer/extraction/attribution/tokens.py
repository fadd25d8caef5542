"""What the tagger's and the parser's labels tell of tokens, as several rules ask it."""

from __future__ import annotations

from spacy.tokens import Doc

VERBAL = frozenset({"ccomp", "xcomp", "advcl", "csubj", "dep"})
NOMINAL = frozenset({"dobj", "attr", "oprd", "nsubj", "dative", "acomp"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
INTERRUPTING = frozenset({",", "—", "–", "--", ";"})


def last_word_end(doc: Doc) -> int:
    """The number of the token behind the last that is no mark."""
    last = len(doc)
    while last and doc[last - 1].is_punct:
        last -= 1
    return last
