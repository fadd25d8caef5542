"""Whether a noun names somebody who can be told or judged, and who owns or made a thing that is judged."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from indexer.extraction.attribution.mentions import BEFORE_NAME
from indexer.extraction.lang.en.coreference_patterns import RECIPROCAL
from indexer.extraction.lang.en.role_nouns import ROLE_NOUNS
from indexer.extraction.lang.word_lists import word_list, words_in_order

PRONOUNS = word_list("party-pronouns")
SOMEBODY = word_list("somebody") | ROLE_NOUNS
THINGS_OR_PEOPLE = word_list("things-or-people")
ENDINGS = words_in_order("somebody-endings")
THINGS = word_list("things-with-such-endings")
GROUP_NOUNS = word_list("group-nouns")
AUDIENCES = word_list("audiences")
MEDIA = word_list("media-nouns")
SUFFERED = word_list("suffered")
ACTS = word_list("acts")


def noun_at(doc: Doc, at: int) -> Token | None:
    """The noun or pronoun of the phrase that begins there, perhaps in quotation marks; None where none does."""
    while at < len(doc) and doc[at].is_quote:
        at += 1
    if at == len(doc):
        return None
    token = doc[at]
    while token.dep_ in BEFORE_NAME and token.head.i > token.i and not _is_parted(token, token.head):
        token = token.head
    names = token.tag_.startswith(("N", "PRP")) or token.lower_ in PRONOUNS or is_reciprocal(token)
    return token if names else None


def _is_parted(word: Token, noun: Token) -> bool:
    """Whether only one of the two stands in quotation marks: "called Oslo a “village”"."""
    return sum(token.is_quote for token in word.doc[word.i + 1 : noun.i]) % 2 == 1


def is_party(noun: Token) -> bool:
    """Told by the noun alone, without its sentence; a name is somebody's."""
    if noun.tag_ in {"PRP", "DT"}:
        return noun.lower_ in PRONOUNS
    if noun.tag_ == "NN" and any(child.tag_ == "JJR" for child in noun.lefts):
        return False  # "a bigger cabinet": one that is not there yet
    if noun.tag_.startswith("NNP") or noun.lower_ in SOMEBODY:
        return True
    if noun.lower_ in GROUP_NOUNS:
        return any(is_party(member) for member in behind(noun, "of"))
    return noun.lower_.endswith(ENDINGS) and noun.lower_ not in THINGS


def is_reciprocal(noun: Token) -> bool:
    """ "Each other", "one another"."""
    return noun.i > 0 and RECIPROCAL.fullmatch(noun.doc[noun.i - 1 : noun.i + 1].text) is not None


def is_audience(noun: Token) -> bool:
    """Whether it merely listens: reporters, a paper by its name, a parliament, members of one."""
    if any(is_audience(member) for member in behind(noun, "of") if noun.lower_ in GROUP_NOUNS):
        return True
    if noun.lower_ in AUDIENCES:
        return True
    if noun.lower_ == "house" and any(is_audience(member) for member in behind(noun, "of")):
        return True
    names = [child for child in noun.lefts if child.dep_ in {"compound", "nmod"}]
    is_named = noun.tag_.startswith("NNP")
    return is_named and any(word.text in MEDIA or word.lower_ in AUDIENCES for word in (noun, *names))


def party_judged(noun: Token) -> Token | None:
    """Whoever is judged with the noun: itself, its maker or its owner; None for a mere thing."""
    if noun.lower_ in THINGS_OR_PEOPLE:
        return None
    return noun if is_party(noun) else next(_makers(noun), None)


def _makers(noun: Token) -> Iterator[Token]:
    """Who made the thing, or whose it is, the surest first."""
    yield from filter(is_party, _makers_behind(noun))
    if noun.lower_ in SUFFERED and next(behind(noun, "of"), None) is None:
        return
    for child in noun.lefts:
        if child.dep_ == "poss" and child.tag_ != "PRP$" and is_party(child):
            yield child
    for child in noun.lefts:
        is_adjective = child.dep_ == "amod" and child.text[0].isupper()
        if is_adjective or (child.dep_ in {"compound", "nmod"} and child.text.replace(".", "").isupper()):
            yield child
    if noun.lower_ in ACTS:
        yield from filter(is_party, (*behind(noun, "of"), *behind(noun, "from")))


def _makers_behind(noun: Token) -> Iterator[Token]:
    """ "An attack by Oslo", "the seizure of a trawler by Oslo", "the law on fish adopted by Oslo"."""
    for child in noun.rights:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            yield from (named for named in child.children if named.dep_ == "pobj")
        elif child.dep_ == "prep":
            for named in child.children:
                yield from _makers_behind(named)
        elif child.dep_ == "acl" and child.tag_ == "VBN":
            yield from _makers_behind(child)


def behind(word: Token, preposition: str) -> Iterator[Token]:
    """What the preposition behind the word introduces."""
    return (named for named in below(word, preposition) if named.i > word.i)


def below(word: Token, preposition: str) -> Iterator[Token]:
    """What the preposition introduces, behind the word or before it: "in reply to Oslo, she said"."""
    for child in word.children:
        if child.dep_ == "prep" and child.lower_ == preposition:
            yield from (named for named in child.children if named.dep_ == "pobj")
