"""Articles and what stands in their place."""

from __future__ import annotations

from indexer.extraction.lang.word_lists import word_list

POSSESSIVE_DETERMINERS = word_list("possessive-determiners")
INDEFINITE_DETERMINERS = word_list("indefinite-determiners")
DETERMINERS = POSSESSIVE_DETERMINERS | INDEFINITE_DETERMINERS | word_list("definite-determiners")
