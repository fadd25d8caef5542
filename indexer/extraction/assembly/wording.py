"""What a statement says, word for word as the article was received, and the sentences that carry it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.extraction.assembly.carriers import carriers
from indexer.extraction.document.quotes import FAMILY
from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.document import Document
from schemas.article import Article
from schemas.parts import joined
from schemas.statement import Sentence, Span

WORD_OR_SIGN = re.compile(rf"[^\s{re.escape(''.join(sorted(set(''.join(FAMILY)))))}]")
WIDEST = 1_000  # characters of white space and quotation marks between two parts of one run of words


@dataclass(frozen=True, slots=True)
class Wording:
    """As in a statement."""

    text: str
    parts: tuple[str, ...]
    spans: tuple[Span, ...]
    sentence: Sentence | None


def wordings(article: Article, document: Document, attributions: Sequence[Attribution]) -> Iterator[Wording]:
    """For each attribution of the article that was read as `document`."""
    origins = document.origins
    for attribution, carrier in zip(attributions, carriers(document, attributions), strict=True):
        spans = tuple(map(origins.span, attribution.spans))
        parts = tuple(span.of(article.text) for span in spans)
        interrupted = (_interrupts(document.text, *pair) for pair in pairwise(attribution.spans))
        around = carrier and origins.span(carrier)
        sentence = Sentence(around.of(article.text), around) if around else None
        yield Wording(joined(parts, interrupted), parts, spans, sentence)


def _interrupts(text: str, part: Span, following: Span) -> bool:
    """Whether more than white space and quotation marks stands between the two."""
    if following.start - part.end > WIDEST:
        return True
    return WORD_OR_SIGN.search(text, part.end, following.start) is not None
