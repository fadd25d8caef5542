"""A statement's whole text with the words marked that an engine found in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from markupsafe import Markup, escape

TAG = re.compile(r"</?mark>")


def marked(text: str, highlight: Iterable[str]) -> Markup:
    """`highlight` are an engine's fragments: escaped pieces of the text, in which only <mark> is a tag.

    A fragment that is no piece of the text marks nothing.
    """
    spans: list[tuple[int, int]] = []
    for fragment in highlight:
        pieces = [unescape(piece) for piece in TAG.split(fragment.strip("… "))]
        start = text.find("".join(pieces))
        if start < 0:
            continue
        for number, piece in enumerate(pieces):  # odd ones stand between <mark> and </mark>
            if number % 2:
                spans.append((start, start + len(piece)))
            start += len(piece)
    return mark_spans(text, sorted(set(spans)))


def mark_spans(text: str, spans: Iterable[tuple[int, int]]) -> Markup:
    done, parts = 0, []
    for start, end in spans:
        if start >= done:
            parts += [escape(text[done:start]), Markup("<mark>{}</mark>").format(text[start:end])]
            done = end
    return Markup("").join([*parts, escape(text[done:])])
