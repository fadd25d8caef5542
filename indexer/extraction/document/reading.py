"""Reading: from an article to its document. Words, sentences, quotes and layout are told here, once for all layers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.extraction.document.folding import folded_sentences
from indexer.extraction.document.interviews import turns_of
from indexer.extraction.document.layout import without_dateline
from indexer.extraction.document.letter_case import ordinary_letters
from indexer.extraction.document.lines import trimmed
from indexer.extraction.document.plain_text import plain_line, plain_text
from indexer.extraction.document.quotes import quotes_of
from indexer.extraction.document.sentences import sentences_in
from indexer.extraction.document.words import words_of
from indexer.extraction.model.document import Document, Paragraph, Quote, Turn
from schemas.article import Article
from schemas.statement import Span


def read_document(article: Article) -> Document:
    """Takes time in proportion to the text, whatever it is; a text without anything to read has no paragraphs."""
    received, spans, origins = plain_text(article.text)
    text = ordinary_letters(received, spans)
    quotes = quotes_of(text, spans)
    turns = turns_of(text, spans, quotes)
    paragraphs = tuple(_paragraphs(text, spans, quotes, turns))
    return Document(
        text=text,
        origins=origins,
        title=plain_line(article.title),
        published_on=article.published_on,
        source=article.source.name if article.source is not None else "",
        url=article.url or "",
        words=words_of(text),
        paragraphs=paragraphs,
        sentences=tuple(sentence for paragraph in paragraphs for sentence in paragraph.sentences),
        turns=turns,
    )


def _paragraphs(
    text: str, spans: Sequence[Span], quotes: Sequence[tuple[Quote, ...]], turns: Sequence[Turn]
) -> Iterator[Paragraph]:
    begins = {turn.paragraphs[0]: turn.begin for turn in turns}
    answers = {number for turn in turns if not turn.asks for number in turn.paragraphs}
    for number, (span, held) in enumerate(zip(spans, quotes, strict=True)):
        content = _content(text, span, begins.get(number))
        sentences = tuple(sentences_in(text, span))
        folded = () if number in answers else folded_sentences(text, number, content, held, sentences)
        yield Paragraph(span, content, sentences, held, tuple(folded))


def _content(text: str, paragraph: Span, begin: int | None) -> Span:
    """Without label or dateline; all of it where nothing stands behind them."""
    if begin is None:
        return without_dateline(text, paragraph)
    return trimmed(text, begin, paragraph.end) or paragraph
