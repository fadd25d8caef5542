"""Quotes without a cue of their own: the rest of an interrupted quote, the next paragraph of a long one, the next turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from indexer.extraction.quotes import Quote
from indexer.extraction.report import Report
from indexer.extraction.skeleton import WORD
from schemas.statement import Kind

if TYPE_CHECKING:
    from indexer.extraction.find import Read

SHORTEST = 5  # words of a quote that nobody is said to say


def joined(text: str, reads: Sequence[Read]) -> tuple[Report, ...]:
    """All reports of an article, each stretch of text in one of them."""
    out: list[Report] = []
    pending: list[Quote] = []  # paragraphs of a quote whose cue is still to come
    last_quote: Quote | None = None
    last_paragraph = -1
    for read in reads:
        reports = list(read.reports)
        held = [span for report in reports for span in report.spans]
        for fold in read.line.sentence.folds:
            quote = fold.quote
            alone = not any(span.start <= quote.inner.start and quote.inner.end <= span.end for span in held)
            same_paragraph = read.line.paragraph == last_paragraph
            continues = last_quote is not None and last_quote.continued and not same_paragraph
            if alone:
                previous = out[-1] if out else None
                if (
                    previous is not None
                    and not reports
                    and previous.kind is Kind.DIRECT
                    and (continues or (same_paragraph and fold.start == 0))
                    and last_quote is not None
                    and previous.spans[-1].end <= quote.inner.start
                ):
                    out[-1] = replace(previous, spans=(*previous.spans, quote.inner))
                elif len(WORD.findall(quote.inner.of(text))) >= SHORTEST and not is_title(text, quote):
                    reports.append(Report(Kind.DIRECT, (quote.inner,), None, None, "quote without a cue"))
            elif continues and out and out[-1].cue is None and out[-1].kind is Kind.DIRECT:
                at = next(
                    i for i, r in enumerate(reports) if any(s.start <= quote.inner.start < s.end for s in r.spans)
                )
                before = out.pop()
                reports[at] = replace(reports[at], spans=(*before.spans, *reports[at].spans))
            last_quote, last_paragraph = quote, read.line.paragraph
        out.extend(sorted(reports, key=lambda r: r.spans[0].start))
    return outermost(out)


def is_title(text: str, quote: Quote) -> bool:
    """A book, a film, a ship: each word of weight has a capital, and no sentence ends."""
    words = WORD.findall(quote.inner.of(text))
    small = sum(word[0].islower() for word in words if len(word) > 3)
    return small == 0 and sum(word[0].isupper() for word in words) > 1 and len(words) < 12


def outermost(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Without those that stand within another: what somebody reports is a part of what they say."""
    kept: list[Report] = []
    for report in sorted(reports, key=lambda r: (r.spans[0].start, -r.spans[-1].end)):
        start, end = report.spans[0].start, report.spans[-1].end
        if any(_holds(other, start, end) for other in kept[-6:]):
            continue
        kept.append(report)
    return tuple(kept)


def _holds(other: Report, start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in other.spans)
