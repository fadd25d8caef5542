"""What an article is written in: as its text tells, or where that is too short to tell, as whatever brought it says.

py3langid tells it from how often which letters follow each other. It looks at three stretches of a text, so that
neither a heading nor a copyright line in another language decides, and at the letters of one script alone, the one that
has most of them: else a Russian quotation would outweigh five times as many English words.
"""

from __future__ import annotations

import lzma
import re
from array import array
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import numpy

from schemas.article import Article

STRETCHES, LENGTH = 3, 100  # characters of each: no English article of 557 has less than 0.98 of certainty then
CERTAIN = 0.6  # English texts of 50 characters and their titles were taken for others with at most 0.49
WORD = re.compile(r"[^\W\d_]+")
LAST_LATIN = "\u024f"


def in_its_language(article: Article) -> Article:
    """The article with the language that it is written in, None where neither its text nor anything else tells."""
    language = language_of(f"{article.title}\n{article.text}" if is_short(article.text) else article.text)
    return article if language in (None, article.language) else replace(article, language=language)


def language_of(text: str) -> str | None:
    """ISO 639-1; None where it can't be told for certain."""
    words = words_of_one_script(stretches(text))
    if not words:
        return None
    language, certainty = identifier().classify(words)
    return language if certainty >= CERTAIN else None


def is_short(text: str) -> bool:
    return len(text) <= STRETCHES * LENGTH


def stretches(text: str) -> str:
    if is_short(text):
        return text
    step = (len(text) - LENGTH) // (STRETCHES - 1)
    return "\n".join(text[number * step : number * step + LENGTH] for number in range(STRETCHES))


def words_of_one_script(text: str) -> str:
    """Latin words, or those of all other scripts."""
    words = WORD.findall(text)
    latin = [word for word in words if word[0] <= LAST_LATIN]
    others = [word for word in words if word[0] > LAST_LATIN]
    return " ".join(max(latin, others, key=lambda found: sum(map(len, found))))


@cache
def identifier() -> Any:
    """Of the languages that have a code in ISO 639-1. Loaded by the first article; nothing in it changes after that.

    The model is unpacked in memory: py3langid would do so in a temporary file of 68 MB, and a disk may be full.
    """
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    with lzma.open(MODEL_DIR / MODEL_FILE) as packed, numpy.load(BytesIO(packed.read())) as model:
        made = LanguageIdentifier(
            model["ptc"],
            model["pc"],
            model["classes"].tolist(),
            array("I", model["nextmove"].tobytes()),
            model["out_feat"].tolist(),
            norm_probs=True,
            tk_row=array("H", model["nextmove_row"].tobytes()),
        )
    made.set_languages([code for code in made.labels if len(code) == 2])
    return made
