"""Who does the reporting verb's speaking, as the sentence's tree tells, and which words name them."""

from __future__ import annotations

from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
BEFORE_NAME = frozenset({"det", "compound", "amod", "nummod", "poss", "nmod", "quantmod", "predet", "case", "advmod"})
OF_NAME = frozenset({"of", "for", "in", "at", "to", "from", "on", "with", "and", "under"})
FARTHEST = 6  # steps up the tree


def subject_of(verb: Token, steps: int = 0) -> Token | None:
    """The head word of whoever speaks: a noun, a name or a pronoun."""
    if is_passive(verb):
        return _agent(verb)
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if own is not None:
        if own.lower_ in RELATIVE and verb.dep_ == "relcl":
            return verb.head
        return None if own.lower_ in {"it", "that", "which", "what"} and own.dep_ == "expl" else own
    if steps >= FARTHEST or verb.head is verb:
        return None
    return _inherited(verb, steps + 1)


def is_passive(verb: Token) -> bool:
    if verb.tag_ != "VBN":
        return False
    if any(child.dep_ == "auxpass" for child in verb.children):
        return True
    return verb.dep_ in {"acl", "advcl"} and not any(child.dep_ == "aux" for child in verb.children)


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((named for named in child.children if named.dep_ == "pobj"), None)
    return None


def _inherited(verb: Token, steps: int) -> Token | None:
    head = verb.head
    if verb.dep_ in {"acl", "relcl"}:
        return head
    if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp", "dep"}:
        return _governing(head, steps)
    if verb.dep_ == "pcomp" and head.head is not head:
        return _governing(head.head, steps)
    return None


def _governing(head: Token, steps: int) -> Token | None:
    """The subject of the verb above; of a passive, who undergoes it ("was quoted as saying")."""
    if head.tag_.startswith("N"):
        return head
    if is_passive(head):
        return next((child for child in head.children if child.dep_ == "nsubjpass"), None) or (
            _inherited(head, steps) if steps < FARTHEST and head.head is not head else None
        )
    return subject_of(head, steps)


def mention_of(head: Token) -> tuple[int, int]:
    """The tokens `[start, end)` that name whom `head` stands for: titles before, no apposition, no relative clause."""
    doc = head.doc
    start, end = head.i, head.i + 1
    for child in head.lefts:
        if child.dep_ in BEFORE_NAME:
            start = min(start, child.left_edge.i)
    while start < head.i and (doc[start].is_punct or doc[start].lower_ in {"and", "but", "according"}):
        start += 1
    start = _after_comma(doc, start, head.i)
    for child in head.rights:
        if child.i != end:
            break
        if child.dep_ == "prep" and child.lower_ in OF_NAME and head.tag_ not in {"PRP", "NNP"}:
            end = _short_of_comma(doc, end, child.right_edge.i + 1)
        elif child.dep_ == "prep" and child.lower_ in {"of", "for"}:
            end = _short_of_comma(doc, end, child.right_edge.i + 1)
        elif child.dep_ == "cc" and child.lower_ == "and":
            end += 1
        elif child.dep_ == "conj":
            end = _short_of_comma(doc, end, child.right_edge.i + 1)
        elif child.dep_ == "case":
            end += 1
        else:
            break
    if doc[end - 1].lower_ == "and":
        end -= 1
    return start, end


def _after_comma(doc: Doc, start: int, end: int) -> int:
    for at in range(end - 1, start, -1):
        if doc[at].text in {",", '"', ":", ";", "—", "--"}:
            return at + 1
    return start


def _short_of_comma(doc: Doc, start: int, end: int) -> int:
    for at in range(start, end):
        if doc[at].text in {",", "(", "—", ";", "--"} or doc[at].dep_ == "relcl" or doc[at].lower_ in RELATIVE:
            return at
    return end
