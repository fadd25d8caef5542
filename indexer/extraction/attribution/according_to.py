"""“According to the ministry”: the content is the rest of its sentence."""

from __future__ import annotations

from spacy.tokens import Token

from indexer.extraction.attribution.mentions import mention_of
from indexer.extraction.attribution.shapes import Content, Report, TokenRange
from indexer.extraction.attribution.tokens import CLAUSE_SUBJECTS, INTERRUPTING, SUBJECTS, last_word_end
from indexer.extraction.model.attribution import Rule
from schemas.statement import Act


def according_to(token: Token) -> Report | None:
    """None where the word is no such cue."""
    doc = token.doc
    if token.lower_ != "according" or token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    named = next((child for child in doc[token.i + 1].children if child.dep_ == "pobj"), None)
    if named is None:
        return None
    ranges = _content_ranges(token, named)
    if not ranges:
        return None
    content = Content(ranges, Rule.ACCORDING_TO)
    return Report(content, TokenRange(token.i, token.i + 2), "according to", Act.ASSERT, mention_of(named))


def _content_ranges(token: Token, named: Token) -> tuple[TokenRange, ...]:
    doc = token.doc
    end, last = _end_of_phrase(token, named), last_word_end(doc)
    start = token.i - 1 if token.i and doc[token.i - 1].text in INTERRUPTING else token.i
    ranges = []
    if start > 1 and (begin := _relative(token, start)) < start:
        ranges.append(TokenRange(begin, start))
    if end < last and (start <= 1 or (doc[end].text in INTERRUPTING and _resumes(token, end))):
        ranges.append(TokenRange(end + (doc[end].text in INTERRUPTING), last))
    return tuple(ranges)


def _end_of_phrase(token: Token, named: Token) -> int:
    """Where the naming ends, with its appositions and clauses."""
    doc = token.doc
    if token.i > 1:
        return named.right_edge.i + 1
    root = token.head
    subject = next((c for c in root.lefts if c.dep_ in CLAUSE_SUBJECTS and c.i > named.i), None)
    commas = [at for at in range(named.i + 1, len(doc)) if doc[at].text == ","]
    if subject is not None and subject.left_edge.i > named.i:
        return max((at for at in commas if at < subject.left_edge.i), default=named.right_edge.i + 1)
    return commas[0] if commas else named.right_edge.i + 1


def _resumes(token: Token, end: int) -> bool:
    head = token.head
    while head.dep_ == "prep" and head.head is not head:
        head = head.head
    return head.i > end


def _relative(token: Token, start: int) -> int:
    """In "which, according to Baku, breaks the accord" the content is what follows."""
    before = token.doc[start - 1]
    if before.lower_ in {"which", "who", "that"}:
        return start
    clause = token.head
    while clause.dep_ in {"prep", "pobj"} and clause.head is not clause:
        clause = clause.head
    edge = clause.left_edge.i
    own_subject = any(child.dep_ in SUBJECTS for child in clause.lefts)
    if clause.dep_ in {"conj", "relcl"} and own_subject and 1 < edge < start - 2:
        parted = token.doc[edge - 1].text in INTERRUPTING or token.doc[edge - 2].text in INTERRUPTING
        return edge if parted else 0
    return 0
