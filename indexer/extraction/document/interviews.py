"""Interviews, transcripts and minutes, printed without quotation marks.

Who speaks stands before a colon, and every word behind it is theirs.

"Danube Post: Will it last?" and "Silva: It will." are told from lists ("Silva: 46") and notes by what talks have: names
that come back in turn, one of them asking; or labels that tell by themselves what they are ("Q:", "SILVA (on camera):",
"ANA SILVA, MINISTER:").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from indexer.extraction.document.labels import ANSWERERS, Label, label_of
from indexer.extraction.document.lines import trimmed
from indexer.extraction.document.words import count_words
from indexer.extraction.lang.en.interview_patterns import FIRST_PERSON, LEADING_REMARK
from indexer.extraction.model.document import Quote, Turn
from schemas.statement import Span

BEHIND_LABEL = re.compile(r"[:.*_\s]*")
ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")
STOPPED = re.compile(r"[.?!…][\"'”’)\]*_]*\Z")
FEWEST = 4  # labelled paragraphs that make an interview, where no label tells by itself what it is
BRIEFEST = 4  # words of its answers, on average
BRIEFEST_TOLD = 2  # the same where labels tell


def turns_of(text: str, paragraphs: Sequence[Span], quotes: Sequence[Sequence[Quote]]) -> tuple[Turn, ...]:
    """The turns of an interview in order; none where the text is no interview. `quotes` are those of each paragraph."""
    labels = _labels(text, paragraphs)
    often = Counter(label.key for label in labels.values())
    told = _told(text, paragraphs, quotes, labels, often)
    starts = [
        at
        for at, label in labels.items()
        if often[label.key] > 1 or (told and _is_one(text, label)) or _asks(text, [paragraphs[at]])
    ]
    if len(starts) < (2 if told else FEWEST):
        return ()
    ends = [*starts[1:], _last(text, paragraphs, starts[-1])]
    said = [_said(text, paragraphs, labels[at], range(at, end)) for at, end in zip(starts, ends, strict=True)]
    spoken = [tuple(_unquoted(span, quotes[number]) for number, span in spans) for spans in said]
    asking = [
        labels[at].asks or (not labels[at].tells and _asks(text, spans))
        for at, spans in zip(starts, spoken, strict=True)
    ]
    askers = _askers([labels[at] for at in starts], asking, told=told)
    turns = tuple(
        Turn(
            labels[at].span,
            labels[at].end,
            labels[at].is_named,
            labels[at].key in askers,
            range(at, end),
            spans,
        )
        for at, end, spans in zip(starts, ends, spoken, strict=True)
    )
    answered = [turn for turn in turns if not turn.asks]
    words = sum(count_words(span.of(text)) for turn in answered for span in turn.spans)
    enough = words >= (BRIEFEST_TOLD if told else BRIEFEST) * len(answered)
    return turns if answered and enough and (told or askers) else ()


def _labels(text: str, paragraphs: Sequence[Span]) -> Mapping[int, Label]:
    """By the numbers of their paragraphs; initials ("AV:" after "Ana Voss:") are read as the name."""
    labels: dict[int, Label] = {}
    named: dict[str, Label] = {}
    for at, paragraph in enumerate(paragraphs):
        label = label_of(text, paragraph)
        if label is None:
            continue
        words = label.span.of(text).split()
        whole = named.get(words[0]) if len(words) == 1 else None
        labels[at] = replace(label, span=whole.span, key=whole.key) if whole is not None else label
        if len(words) > 1 and all(word[0].isupper() for word in words):
            named.setdefault("".join(word[0] for word in words), label)
    return labels


def _told(
    text: str,
    paragraphs: Sequence[Span],
    quotes: Sequence[Sequence[Quote]],
    labels: Mapping[int, Label],
    often: Mapping[str, int],
) -> bool:
    """Whether labels tell that it is a talk: one asks and another speaks, or two are such as only talks have."""
    plain = {
        at: label
        for at, label in labels.items()
        if STOPPED.search(text, max(label.end, paragraphs[at].end - 8), paragraphs[at].end)
        and not (quotes[at] and not text[label.end : quotes[at][0].outer.start].strip())
    }
    asking = {label.key for at, label in plain.items() if label.asks or _asks(text, [paragraphs[at]])}
    telling = [
        label for label in plain.values() if not label.asks and (label.tells or _in_capitals(text, label, often))
    ]
    others = {label.key for label in plain.values() if _is_one(text, label)} - asking
    return len(telling) > 1 or bool(asking and others)


def _in_capitals(text: str, label: Label, often: Mapping[str, int]) -> bool:
    """ "VOSS:", which comes back."""
    return often[label.key] > 1 and label.span.of(text).isupper() and len(label.key) > 1


def _is_one(text: str, label: Label) -> bool:
    """Whether it may name a speaker where others are known to."""
    words = label.span.of(text)
    return label.asks or label.tells or label.key in ANSWERERS or label.is_office or words.isupper()


def _last(text: str, paragraphs: Sequence[Span], at: int) -> int:
    """The end of the last turn, which goes on for as long as the paragraphs say "I" or "we"."""
    following = at + 1
    while following < len(paragraphs) and FIRST_PERSON.search(text, *paragraphs[following]):
        following += 1
    return following


def _said(text: str, paragraphs: Sequence[Span], label: Label, numbers: range) -> Iterator[tuple[int, Span]]:
    """The words behind the label and in the paragraphs that follow it, each with its paragraph's number."""
    begun = BEHIND_LABEL.match(text, label.end, paragraphs[numbers[0]].end)
    first = trimmed(text, begun.end() if begun else label.end, paragraphs[numbers[0]].end)
    if first is not None:
        yield numbers[0], first
    for at in numbers[1:]:
        if not ASIDE.fullmatch(text, *paragraphs[at]):
            remark = LEADING_REMARK.match(text, *paragraphs[at])
            spoken = trimmed(text, remark.end(), paragraphs[at].end) if remark else paragraphs[at]
            if spoken is not None:
                yield at, spoken


def _unquoted(span: Span, quotes: Sequence[Quote]) -> Span:
    """Without quotation marks around the whole of it."""
    return quotes[0].inner if len(quotes) == 1 and quotes[0].outer == span else span


def _asks(text: str, spans: Sequence[Span]) -> bool:
    return bool(spans) and spans[-1].of(text).rstrip('”"*_ ').endswith("?")


def _askers(labels: Sequence[Label], asking: Sequence[bool], *, told: bool) -> frozenset[str]:
    """Whoever asks in half of their turns or more, or begins and asks now and then; none where nobody answers."""
    keys = [label.key for label in labels]
    total = Counter(keys)
    asked = Counter(key for key, asks in zip(keys, asking, strict=True) if asks)
    named = {label.key for label in labels if label.asks}
    telling = {label.key for label in labels if label.tells and not label.asks}
    askers = frozenset(key for key in total if key in named or (key not in telling and 2 * asked[key] >= total[key]))
    if not askers and not told and 4 * asked[keys[0]] >= total[keys[0]]:
        askers = frozenset(keys[:1])
    return askers if askers < frozenset(total) and not askers & ANSWERERS else frozenset()
