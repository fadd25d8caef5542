"""Interviews printed without quotation marks: who answers stands before a colon, and every word behind it is theirs.

"Danube Post: Will it last?" and "Silva: It will." are told from lists ("Silva: 46") and notes by what an interview has:
names that come back in turn, and one of them asking.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from indexer.extraction.document.lines import trimmed
from indexer.extraction.document.words import count_words
from indexer.extraction.lang.en.interview_patterns import FIRST_PERSON
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.document import Quote, Turn
from schemas.statement import Span

# A name of up to six words before a colon, or a letter as in "Q." and "A.".
LABEL = re.compile(
    r"[*_•–—-]{0,3}\s?(?P<name>(?:[QA]|[^\W\d_][\w.’'&-]*(?:\s(?:\([^()\n]{1,40}\)|[\w.’'&-]+)){0,5}?))[*_]{0,2}"
    r"(?::|(?<=[QA])\.)[*_]{0,2}(?=\s|$)"
)
ASKERS = word_list("askers")
ANSWERERS = word_list("answerers")
IN_NO_LABEL = word_list("in-no-label")
BEHIND_LABEL = re.compile(r"[:.*_\s]*")
ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")
FEWEST = 4  # labelled paragraphs that make an interview
BRIEFEST = 4  # words of its answers, on average


def turns_of(text: str, paragraphs: Sequence[Span], quotes: Sequence[Sequence[Quote]]) -> tuple[Turn, ...]:
    """The turns of an interview in order; none where the text is no interview. `quotes` are those of each paragraph."""
    labels = {at: label for at, span in enumerate(paragraphs) if (label := _label(text, span)) is not None}
    often = Counter(_key(label.of(text)) for label in labels.values())
    starts = [at for at, label in labels.items() if often[_key(label.of(text))] > 1]
    if len(starts) < FEWEST:
        return ()
    ends = [*starts[1:], _last(text, paragraphs, starts[-1])]
    said = [_said(text, paragraphs, labels[at], range(at, end)) for at, end in zip(starts, ends, strict=True)]
    spoken = [tuple(_unquoted(span, quotes[number]) for number, span in spans) for spans in said]
    keys = [_key(labels[at].of(text)) for at in starts]
    askers = _askers(keys, [_asks(text, spans) for spans in spoken])
    turns = tuple(
        Turn(labels[at], key not in ANSWERERS, key in askers, range(at, end), spans)
        for at, end, spans, key in zip(starts, ends, spoken, keys, strict=True)
    )
    answered = [turn for turn in turns if not turn.asks]
    words = sum(count_words(span.of(text)) for turn in answered for span in turn.spans)
    return turns if askers and words >= BRIEFEST * len(answered) else ()


def _label(text: str, paragraph: Span) -> Span | None:
    found = LABEL.match(text, paragraph.start, min(paragraph.end, paragraph.start + 90))
    if found is None:
        return None
    words = found["name"].split()
    if not words[0][0].isupper() and not words[-1][0].isupper():
        return None
    return None if IN_NO_LABEL & set(words) else Span(*found.span("name"))


def _key(label: str) -> str:
    """Equal for "Ana Silva", "Silva" and "SILVA (minister)"."""
    words = re.sub(r"\(.*?\)", "", label).split()
    return words[-1].casefold().strip(".") if words else label.casefold()


def _last(text: str, paragraphs: Sequence[Span], at: int) -> int:
    """The end of the last turn, which goes on for as long as the paragraphs say "I" or "we"."""
    following = at + 1
    while following < len(paragraphs) and FIRST_PERSON.search(text, *paragraphs[following]):
        following += 1
    return following


def _said(text: str, paragraphs: Sequence[Span], label: Span, numbers: range) -> Iterator[tuple[int, Span]]:
    """The words behind the label and in the paragraphs that follow it, each with its paragraph's number."""
    begun = BEHIND_LABEL.match(text, label.end, paragraphs[numbers[0]].end)
    first = trimmed(text, begun.end() if begun else label.end, paragraphs[numbers[0]].end)
    if first is not None:
        yield numbers[0], first
    yield from ((at, paragraphs[at]) for at in numbers[1:] if not ASIDE.fullmatch(text, *paragraphs[at]))


def _unquoted(span: Span, quotes: Sequence[Quote]) -> Span:
    """Without quotation marks around the whole of it."""
    return quotes[0].inner if len(quotes) == 1 and quotes[0].outer == span else span


def _asks(text: str, spans: Sequence[Span]) -> bool:
    return bool(spans) and spans[-1].of(text).rstrip('”"*_ ').endswith("?")


def _askers(keys: Sequence[str], asks: Sequence[bool]) -> frozenset[str]:
    """Whoever asks in half of their turns or more, or begins and asks now and then; none where nobody answers."""
    total = Counter(keys)
    asked = Counter(key for key, asking in zip(keys, asks, strict=True) if asking)
    askers = frozenset(key for key in total if key in ASKERS or 2 * asked[key] >= total[key])
    if not askers and 4 * asked[keys[0]] >= total[keys[0]]:
        askers = frozenset(keys[:1])
    return askers if askers < frozenset(total) and not askers & ANSWERERS else frozenset()
