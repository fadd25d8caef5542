"""RSS and Atom: entries that bring their article are read, the others give a link to it.

    content:encoded, Atom's content    the article, unless it breaks off ("…")
    description, summary               the article only where it is long or there is no link; else a teaser

An entry is dated by the day it gives as published, as written; in Atom never by `updated`, which tells of a change.
A feed's own name is its source, unless the entry names another. feedparser gets bytes, so that it fetches nothing.
An entry is known by its address. Where that is others' too, leads to a place within a page, or to the site's front, it
is known by its guid, or by the address with that place.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from typing import Any
from urllib.parse import urlsplit

import feedparser

from indexer.inputs.hosts import is_front, site_of
from indexer.inputs.input import MAX_INPUT, Input, Link
from indexer.inputs.result import Loaded, Reading, Refusal, Refused
from indexer.readers.articles.builder import article_of
from indexer.readers.feeds.character_references import as_xml
from indexer.readers.feeds.links import address, base_of
from indexer.readers.pages.markup import decode_markup, refuse_attributes, refuse_entities, text_of, tree_of
from indexer.readers.pages.mojibake import mend
from indexer.readers.pages.titles import without_outlet
from indexer.readers.registry import Reader
from indexer.readers.text.encoding import first_characters
from schemas.article_ids import canonical_url
from schemas.dates.written_dates import known

# Atomic, "(?>": else a thousand comments could be parted in 2 ** 1000 ways, all of which would be tried.
FEED = re.compile(r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>)*+<(?:\w+:)?(?:rss|feed|RDF)\b", re.DOTALL)
ENDED = re.compile(r"</(?:\w+:)?(?:rss|feed|RDF)\s*>(?>\s+|<!--.*?-->)*+\Z", re.DOTALL)
DECLARED = re.compile(r"""(<\?xml[^>]{0,200}?)\sencoding\s*=\s*(?:"[^"]*"|'[^']*')""")
BREAKS_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\])\s]*\Z")
MARKUP = re.compile(r"</(?:p|div|a|em|strong|b|i|span)>|<br ?/?>", re.IGNORECASE)
# For only the text of it is taken: none of its HTML is shown, and none of the links in it followed.
UNTOUCHED = {"sanitize_html": False, "resolve_relative_uris": False}
TRACKING = re.compile(r"(?:xtor|ref|utm_\w+|at_\w+)=")  # fragments that choose no place within a page
TAIL = 1_000  # characters in which a feed ends
WHOLE = 1_500  # characters from which a summary is taken for the article: teasers have some hundred


def read(source: Input) -> Iterator[Reading | Link]:
    data = source.stream.read(MAX_INPUT + 1)
    if len(data) > MAX_INPUT:
        yield Refused(source.origin, f"is longer than {MAX_INPUT:,} bytes: it is no feed", len(data))
        return
    try:
        parsed, whole = parse(decode_markup(data, source.charset))
    except Refusal as refusal:
        yield Refused(source.origin, str(refusal), len(data))
        return
    yield from entries(parsed, whole, source, len(data))


def parse(text: str) -> tuple[Any, bool]:
    """What feedparser makes of it, and whether it has an end. It mends what is no XML; half an entry it can't tell."""
    refuse_entities(text)
    refuse_attributes(text)
    if not FEED.match(text):
        raise Refusal("is XML, but neither RSS nor Atom" if text.lstrip().startswith("<") else "is no feed")
    headers = {"content-type": "application/xml; charset=utf-8"}
    if declared := DECLARED.match(text):  # it was decoded already, and feedparser would believe it
        text = declared[1] + text[declared.end() :]
    text = as_xml(text)
    try:
        parsed = feedparser.parse(io.BytesIO(text.encode()), response_headers=headers, **UNTOUCHED)
    except (LookupError, TypeError, ValueError, AttributeError, AssertionError):  # as it mends what is no XML
        raise Refusal("is no XML, and too broken to be mended") from None
    return parsed, ENDED.search(text[-TAIL:]) is not None


def entries(parsed: Any, whole: bool, source: Input, size: int) -> Iterator[Reading | Link]:
    """Each once; `size` is shared out among them."""
    share = size // max(len(parsed.entries), 1)
    seen: set[tuple[str, str]] = set()
    base = base_of(parsed, source.url)
    links = [address(entry, base) for entry in parsed.entries]
    shared = shared_addresses(zip(parsed.entries, links, strict=True))
    repeated = 0
    for number, (entry, link) in enumerate(zip(parsed.entries, links, strict=True), 1):
        origin = source.inside(f"entry {number}")
        if number == len(parsed.entries) and not whole:
            yield Refused(origin, "the feed breaks off here", share)
            return
        try:
            text = text_in(entry)
            told = told_by(entry, parsed, source, link)
            mark = (link or told.get("title", ""), text)
            if mark in seen:
                repeated += 1
            elif text and not (link and teases(entry, text)):
                guid = told_apart_by(entry, link, shared)
                yield Loaded(article_of({**told, "url": link, "text": text}, guid), origin, share)
            elif link:
                yield Link(origin, link, told, share)
            else:
                yield Refused(origin, "has neither a text nor a link", share)
            seen.add(mark)
        except Refusal as refusal:
            yield Refused(origin, str(refusal), share)
    if repeated:
        yield Refused(
            source.origin, f"repeats itself: {repeated:,} of its entries are read only once", share * repeated
        )


def shared_addresses(linked: Iterable[tuple[Any, str | None]]) -> Set[str]:
    """Canonical ones to which several different entries link."""
    different = {(link, entry.get("id"), entry.get("title")) for entry, link in linked}
    counts = Counter(canonical_url(link) for link, _, _ in different if link)
    return {link for link, count in counts.items() if count > 1}


def told_apart_by(entry: Any, link: str | None, shared: Set[str]) -> str | None:
    """What names the entry where its address does not; None where that does, or nothing does."""
    guid: str | None = entry.get("id")
    if link is None:
        return guid
    fragment = urlsplit(link).fragment
    place = bool(fragment) and not TRACKING.match(fragment)
    if not (place or is_front(link) or canonical_url(link) in shared):
        return None
    if guid and guid != link:
        return guid
    return link if place else f"{link}\n{entry.get('title', '')}"


def told_by(entry: Any, parsed: Any, source: Input, link: str | None) -> dict[str, str]:
    published = entry.get("published")
    if not published and "updated" in entry and parsed.version.startswith("rss"):
        published = entry["updated"]  # dc:date, which feedparser calls so
    outlet, feed = plain(entry.get("source", {}).get("title_detail")), plain(parsed.feed.get("title_detail"))
    told = {
        "title": without_outlet(plain(entry.get("title_detail")), (outlet, feed), site_of(link)),
        "source": outlet or feed,
        "language": (entry.get("title_detail") or {}).get("language") or parsed.feed.get("language"),
        "published_on": known(published),
    }
    return {**source.told, **{field: value for field, value in told.items() if value}}


def text_in(entry: Any) -> str:
    """The longest that the entry brings, as text."""
    contents = [*entry.get("content", ()), *([entry.summary_detail] if "summary_detail" in entry else ())]
    return max((plain(content) for content in contents), key=len, default="")


def plain(detail: Any) -> str:
    """As text; what was escaped once too often is taken for the HTML that it is."""
    value = ((detail or {}).get("value") or "").strip()
    if not value or detail.get("type") == "text/plain":
        return mend(value)
    text = text_of(tree_of(f"<div>{value}</div>"))
    return text_of(tree_of(f"<div>{text}</div>")) if MARKUP.search(text) else text


def teases(entry: Any, text: str) -> bool:
    if BREAKS_OFF.search(text):
        return True
    return len(text) < WHOLE and not any(content.get("value") for content in entry.get("content", ()))


READER = Reader(
    "feed", (".rss", ".atom", ".xml"), lambda head: bool(FEED.match(first_characters(head))), read, isolated=True
)
