"""Which words of a sentence name whoever a word stands for."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from indexer.extraction.attribution.shapes import TokenRange
from indexer.extraction.attribution.sources import PEOPLE, RELATIVE, is_somebody
from indexer.extraction.lang.en.date_patterns import WEEKDAYS
from indexer.extraction.lang.word_lists import word_list

BEFORE_NAME = frozenset({"det", "compound", "amod", "nummod", "poss", "nmod", "quantmod", "predet", "case", "advmod"})
WITHIN_MENTION = word_list("within-a-mention")
DEPARTMENTS = frozenset({"office", "ministry", "department"})
FOREIGN = "Foreign"
WITHIN_NAME = frozenset({",", "and", "&"})
LONGEST = 7  # tokens of such a name
BEHIND_MENTION = frozenset({"and", "on"})
JOINING = frozenset({",", "and", ", and"})
BEFORE_MENTION = {"and", "but", "according"} | {day.lower() for day in WEEKDAYS}  # "on Friday Oslo said"


def mention_of(head: Token) -> TokenRange:
    """The tokens that name whom `head` stands for: titles before, no apposition, no relative clause."""
    doc = head.doc
    start, end = head.i, head.i + 1
    for child in head.lefts:
        if child.dep_ in BEFORE_NAME:
            start = min(start, child.left_edge.i)
    while start < head.i and (doc[start].is_punct or doc[start].lower_ in BEFORE_MENTION):
        start += 1
    start = _after_comma(doc, start, head.i)
    if head.dep_ in {"pobj", "appos"} and head.tag_ == "NNP":
        start = _after_fronted(doc, start, head.i)
    if head.dep_ == "appos" and start == head.head.i + 1 and head.head.tag_ in {"NN", "NNS"} and is_somebody(head.head):
        start = mention_of(head.head).start
    for child in head.rights:
        if child.left_edge.i != end or not _belongs(head, child):
            break
        end = _short_of_comma(doc, end, child.right_edge.i + 1)
    end = _end_of_list(head, end)
    while end - 1 > head.i and (doc[end - 1].lower_ in BEHIND_MENTION or doc[end - 1].text in WEEKDAYS):
        end -= 1  # "the Ministry of Water Wednesday said"
    return TokenRange(start, end)


def _end_of_list(head: Token, end: int) -> int:
    """Behind the last of "Vera Ilk, Ana Vorel and Bo Marsh"; `end` where no such list begins."""
    named, at, is_closed = head, head.i + 1, False
    while not is_closed:
        following = next((child for child in named.rights if child.dep_ == "conj"), None)
        joining = head.doc[at : following.left_edge.i].text if following is not None else ""
        if following is None or following.tag_ != "NNP" or joining not in JOINING:
            return end
        named, at, is_closed = following, following.i + 1, joining != ","
    return max(end, at)


def _belongs(head: Token, child: Token) -> bool:
    """Whether what follows is a part of the naming: "the ministry of Ilk and Vorn", "officials in Ilk"."""
    if child.dep_ == "prep":
        return child.lower_ in ({"of", "for"} if head.tag_ in {"PRP", "NNP"} else WITHIN_MENTION)
    return child.dep_ == "conj" or (child.dep_ == "cc" and child.lower_ == "and")


def _after_fronted(doc: Doc, start: int, end: int) -> int:
    """ "On Friday Vera Ilk", "in the port Vera Ilk": the name alone."""
    for at in range(end - 1, start - 1, -1):
        noun = doc[at].tag_ == "NN" and doc[at].is_lower and doc[at].lower_ not in PEOPLE and end - at > 1
        if doc[at].text in WEEKDAYS or noun:
            return at + 1
    return start


def _after_comma(doc: Doc, start: int, end: int) -> int:
    if _is_one_name(doc[start:end], doc[end]):
        return start
    for at in range(end - 1, start, -1):
        if doc[at].text in {",", '"', ":", ";", "—", "--"}:
            return at + 1
    return start


def _is_one_name(before: Span, head: Token) -> bool:
    """ "The Foreign, Commonwealth & Development Office" and its spokesman: "Foreign" is no name of its own."""
    words = [token for token in (*before, head) if token.dep_ != "det"]
    return words[0].text == FOREIGN and _goes_on_to_a_department(words)


def _goes_on_to_a_department(words: Sequence[Token]) -> bool:
    for word in words:
        if word.lower_ in DEPARTMENTS:
            return True
        if not (word.text[0].isupper() or word.lower_ in WITHIN_NAME):
            return False
    return False


def _short_of_comma(doc: Doc, start: int, end: int) -> int:
    for at in range(start, end):
        if (
            doc[at].text == ","
            and doc[at - 1].text == FOREIGN
            and _goes_on_to_a_department(list(doc[at : at + LONGEST]))
        ):
            continue
        if doc[at].text in {",", "(", "—", ";", "--"} or doc[at].dep_ == "relcl" or doc[at].lower_ in RELATIVE:
            return at
    return end
