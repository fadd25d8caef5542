"""Paragraphs that are about an article: the notes of its editors, and who wrote it."""

from __future__ import annotations

from indexer.extraction.lang.en.note_patterns import NOTE

LONGEST_NOTE = 1000  # characters of an editor's note


def is_in_a_note(text: str, position: int) -> bool:
    start = text.rfind("\n", max(0, position - LONGEST_NOTE), position) + 1
    return (start > 0 or position < LONGEST_NOTE) and NOTE.match(text, start) is not None
