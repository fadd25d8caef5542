"""One parsed sentence: its cues, who speaks them, and what of the sentence is their content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache

from spacy.strings import get_string_id
from spacy.tokens import Token

from indexer.extraction.attribution.according_to import according_to
from indexer.extraction.attribution.anonymity import asks_not_to_be_named, is_anonymous
from indexer.extraction.attribution.cue_phrase import cue_phrase, cue_range, last_word, reports
from indexer.extraction.attribution.following import content_after
from indexer.extraction.attribution.mentions import mention_of
from indexer.extraction.attribution.noun_cues import noun_content
from indexer.extraction.attribution.passed_on import passes_on
from indexer.extraction.attribution.passives import is_passive
from indexer.extraction.attribution.quotes_beside import quote_and_tail, quotes_beside, stands_apart
from indexer.extraction.attribution.shapes import Content, ParsedSentence, Report, TokenRange
from indexer.extraction.attribution.sources import is_purpose, is_thing, source_of
from indexer.extraction.attribution.surrounding import (
    beginning_before,
    content_around,
    content_before,
    content_beside_as,
    goes_on_behind,
)
from indexer.extraction.attribution.targets import target_of
from indexer.extraction.attribution.verb_beside import verbs_beside
from indexer.extraction.lang.cues import CueEntry, Takes, cues
from indexer.extraction.model.attribution import Rule
from schemas.statement import Act

# Rules that without a source would find what nobody said.
NEEDS_SOURCE = frozenset({Rule.OBJECT, Rule.PREDICATION, Rule.INFINITIVE, Rule.CUE_AT_END, Rule.CUE_IN_MIDDLE})


def find_reports(parsed: ParsedSentence, people: Set[str] = frozenset()) -> Iterator[Report]:
    """In the order of the cues; who passes on what somebody said in the same sentence is left out.

    `people` are those of the article whose given names are names of outlets too.
    """
    reports = list(_all_reports(parsed))
    return (report for report in reports if not passes_on(parsed.doc, report, reports, people))


def _all_reports(parsed: ParsedSentence) -> Iterator[Report]:
    """In the order of the cues; a folded quote belongs to the first that might take it, else to a verb beside."""
    free = parsed.folds
    for token in _possible_cues(parsed):
        for report in _readings(token, parsed, free):
            free = tuple(fold for fold in free if not report.content.holds(fold))
            if report.mention is not None or report.content.rule not in NEEDS_SOURCE:
                yield report
                break
    yield from verbs_beside(parsed, free)


def _possible_cues(parsed: ParsedSentence) -> Iterator[Token]:
    """Token objects are dear: only those are made that may be a cue."""
    known, hidden = _first_words(), parsed.hidden
    for at, word in enumerate(parsed.doc.to_array("LOWER").tolist()):
        if word in known and at not in hidden:
            yield parsed.doc[at]


@cache
def _first_words() -> frozenset[int]:
    """spaCy's numbers of the words that cues begin with."""
    return frozenset(get_string_id(form) for form in ("according", *cues()))


def _readings(token: Token, parsed: ParsedSentence, free: Sequence[TokenRange]) -> Iterator[Report]:
    """What the token may report, as each of the cues that it may be, the longest first."""
    according = according_to(token)
    if according is not None:
        yield according
    for entry in cues().get(token.lower_, ()):
        report = _report(token, entry, parsed, free)
        if report is not None:
            yield report


def _report(token: Token, entry: CueEntry, parsed: ParsedSentence, free: Sequence[TokenRange]) -> Report | None:
    last = last_word(token, entry)
    if last is None or (last.i > token.i and last.dep_ == "amod"):  # "made clear progress"
        return None
    if asks_not_to_be_named(token, entry) or is_purpose(token):
        return None
    target = None
    if Takes.NOUN_THAT in entry.takes:
        content, mention = noun_content(token, parsed.hidden)
    elif reports(token):
        content = _content(token, last, entry, parsed, free)
        inverted = content is not None and content.ranges[0].start < token.i
        source = source_of(token, parsed.hidden, inverted)
        if source is not None and is_thing(source):
            return None
        mention = mention_of(source) if source is not None else None
        if content is not None and mention is None and _is_unsaid(token, content):
            return None
        target = target_of(token, last, entry, content.rule, mention) if content is not None else None
    else:
        return None
    if content is None or _is_heading(token, content):
        return None
    return Report(content, cue_range(token, last), entry.lemma, entry.act, mention, target)


def _is_unsaid(token: Token, content: Content) -> bool:
    """ "“The road” announced in May", "asked why, she left": nobody is told to say so."""
    if not is_passive(token):
        return False
    if token.lower_ == "asked":
        return content.rule is not Rule.QUOTE_BESIDE_CUE
    return token.dep_ == "acl" and content.rule is Rule.QUOTE_BESIDE_CUE


def _is_heading(token: Token, content: Content) -> bool:
    """Whether the object of the cue stands behind a colon: "Union reject: the story of a mine"."""
    start = content.ranges[0].start
    return content.rule in {Rule.OBJECT, Rule.PREDICATION} and start > token.i and token.doc[start - 1].text == ":"


def _content(
    token: Token, last: Token, entry: CueEntry, parsed: ParsedSentence, free: Sequence[TokenRange]
) -> Content | None:
    phrase = cue_phrase(token, last)
    around = _content_around(token, phrase, entry, parsed.folds)
    if around is not None:
        return around
    if Takes.CLAUSE in entry.takes and not parsed.folds and (beside_as := content_beside_as(token)) is not None:
        return beside_as
    beside = quotes_beside(token, free) if Takes.QUOTE in entry.takes else ()
    if beside and (within := quote_and_tail(token, phrase, beside[0])) is not None:
        return within
    if (
        Takes.CLAUSE in entry.takes
        and entry.act is not Act.ASK
        and (led_to := _clause_and_quote(token, phrase, entry, parsed, beside)) is not None
    ):
        return led_to
    following = content_after(token, last, entry)
    if beside and following is None and (whole := _up_to_quote(token, last, entry, parsed, beside)) is not None:
        return whole
    if beside and (following is None or beside[0].start < token.i or _is_all_quoted(following, beside)):
        return Content(beside, Rule.QUOTE_BESIDE_CUE)
    return following or _content_before(token, phrase, entry, parsed.folds)


def _content_around(token: Token, phrase: TokenRange, entry: CueEntry, folds: Sequence[TokenRange]) -> Content | None:
    """No quote stands on both sides of the cue."""
    if Takes.CLAUSE not in entry.takes or any(fold.start < token.i for fold in folds) or is_anonymous(token, phrase):
        return None
    content = content_around(token, phrase, entry)
    begins_quoted = content is not None and any(fold.start <= content.ranges[1].start + 1 for fold in folds)
    return None if begins_quoted else content


def _content_before(token: Token, phrase: TokenRange, entry: CueEntry, folds: Sequence[TokenRange]) -> Content | None:
    """No quote is a part of it, unless its words lead to that one."""
    content = content_before(token, phrase, entry) if Takes.CLAUSE in entry.takes else None
    if content is None or any(fold.start < content.ranges[0].end and stands_apart(token.doc, fold) for fold in folds):
        return None
    return content


def _clause_and_quote(
    token: Token, phrase: TokenRange, entry: CueEntry, parsed: ParsedSentence, beside: Sequence[TokenRange]
) -> Content | None:
    """ "The road was, she said, “a trap”", "It rained, she said, and “it poured”", "If it rains, she said, “we wait”":
    a quote that begins with a small letter goes on with what stands before the cue.
    """
    if len(beside) != 1 or beside[0].start < token.i or not goes_on_behind(token.doc, phrase, beside[0]):
        return None
    quote = parsed.sentence.folds[parsed.folds.index(beside[0])]
    before = (beginning_before(token, phrase) if quote.goes_on else None) or content_before(token, phrase, entry)
    return Content((*before.ranges, beside[0]), Rule.CUE_IN_MIDDLE) if before is not None else None


def _up_to_quote(
    token: Token, last: Token, entry: CueEntry, parsed: ParsedSentence, beside: Sequence[TokenRange]
) -> Content | None:
    """ "Said that the plan, which was late, “was a trap”": the quote has the verb of the clause."""
    quote = parsed.sentence.folds[parsed.folds.index(beside[0])]
    that = last.i + 1
    if Takes.CLAUSE not in entry.takes or not quote.goes_on or beside[0].start <= that + 1:
        return None
    if token.doc[that].lower_ != "that" or len(beside) > 1:
        return None
    return Content((TokenRange(that + 1, beside[0].end),), Rule.CLAUSE)


def _is_all_quoted(content: Content, beside: Sequence[TokenRange]) -> bool:
    return all(any(s <= start + 1 and end <= e + 1 for s, e in beside) for start, end in content.ranges)
