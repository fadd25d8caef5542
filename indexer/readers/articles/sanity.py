"""What no article is without, and what none can have: checked for every reader, after juriscraper's sanity layer."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from indexer.inputs.result import Refusal
from schemas.article import Article

# A novel has a million characters, and no article: what is longer is a whole site, a log or a bomb. What holds an
# article may be longer than its text: by its markup, its encoding, the statements that it brings.
MAX_TEXT = 1_000_000  # characters
FIRST_NEWSPAPER = date(1605, 1, 1)  # the Strasbourg "Relation"; whatever says it is older has a broken date


def check(article: Article) -> Article:
    """The article itself, or a Refusal that says what is wrong with it."""
    if not article.text.strip():
        raise Refusal("has no text")
    if len(article.text) > MAX_TEXT:
        raise Refusal(f"has {len(article.text):,} characters: no article has more than {MAX_TEXT:,}")
    if "\0" in article.text or "\0" in article.title:
        raise Refusal("holds a NUL character: its text is broken")
    if not (encodable(article.text) and encodable(article.title)):
        raise Refusal("holds half of a surrogate pair: its text is broken")
    if article.published_on:
        check_date(str(article.published_on), article.published_on.first_day)
    return article


def encodable(text: str) -> bool:
    """Whether it can be written as UTF-8, as engines and answers must."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def check_date(told: str, first_day: date) -> None:
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)  # it is tomorrow already east of here
    if first_day > tomorrow:
        raise Refusal(f"published_on {told} lies in the future")
    if first_day < FIRST_NEWSPAPER:
        raise Refusal(f"published_on {told} lies before the first newspaper")
