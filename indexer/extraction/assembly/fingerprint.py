"""What is equal for the same words, whoever carries them."""

from __future__ import annotations

import hashlib
import unicodedata

from indexer.extraction.document.words import runs


def fingerprint(text: str) -> str:
    """Equal for the same words, whatever their case, marks and spacing: 16 hex digits."""
    words = " ".join(runs(unicodedata.normalize("NFKC", text).casefold()))
    return hashlib.sha256((words or text).encode("utf-8", "surrogatepass")).hexdigest()[:16]
