"""What a page says of itself, where it names what it says: Open Graph, Dublin Core, JSON-LD (schema.org), microdata.

Dates are ours to read: htmldate, which trafilatura takes, makes 24 July of "2023-07" and 3 April of "03/04/2023", and
takes any date in the text where nothing better is found.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import orjson
from lxml import html
from trafilatura.metadata import extract_metadata

from schemas.written_dates import known

LANGUAGE = re.compile(r"[a-z]{2}(?:[-_].*)?", re.IGNORECASE | re.ASCII)
JSON_LD = "//script[@type='application/ld+json']"
ARTICLE = re.compile(r"Article|Posting|WebPage|Report")  # schema.org's types that a page with one article has
OTHERS = frozenset(("itemListElement", "comment", "review", "hasPart", "isPartOf", "isBasedOn", "citation", "mentions"))
LARGEST = 100_000  # values of JSON-LD that are looked through

# Names under which publishers' manuals ask for the day of publication, never of a change; lower case.
PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "citation_publication_date"),
    *("citation_date", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date", "parsely-pub-date"),
    *("sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "date"),
)


def title_and_site(tree: html.HtmlElement) -> tuple[str | None, str | None]:
    """As trafilatura finds them in head, JSON-LD and first heading: the rest, which may be huge, tells no more.

    The site is the outlet's name; not the host, which trafilatura gives where a page has no name for its site.
    """
    head = html.Element("html")
    parts = (*tree.xpath("//head")[:1], *tree.xpath(f"//body{JSON_LD}"), *tree.xpath("//h1")[:1])
    head.extend(deepcopy(part) for part in parts)
    document = extract_metadata(head, extensive=False)
    name = document.sitename
    named = name and name != document.hostname and any(map(str.isalnum, name))
    return document.title, name if named else None


def language(tree: html.HtmlElement) -> str | None:
    """A tag such as "en-GB"; None where there is none that could be one."""
    told = (
        *tree.xpath("/html/@lang | /html/@*[name()='xml:lang']"),
        *contents(tree, "content-language", "language", "og:locale", "dc.language"),
    )
    return next((tag.strip() for tag in told if LANGUAGE.fullmatch(tag.strip())), None)


def published(tree: html.HtmlElement) -> str | None:
    """The first date that is told by name and certain: day, month or year."""
    told = (
        *contents(tree, *PUBLISHED),
        *linked_data(tree),
        *tree.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime"),
    )
    return next((day for text in told if (day := known(text))), None)


def contents(tree: html.HtmlElement, *names: str) -> Iterator[str]:
    """Of the meta elements of these names, in the order of the names."""
    told: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if meta.get(attribute) and meta.get("content"):
                told.setdefault(meta.get(attribute).strip().lower(), meta.get("content"))
    return (told[name] for name in names if name in told)


def linked_data(tree: html.HtmlElement) -> Iterator[str]:
    """What JSON-LD gives as datePublished of an article or page, the outermost first, and of no other that it lists."""
    for script in tree.xpath(JSON_LD):
        try:
            waiting: deque[Any] = deque([orjson.loads(script.text or "")])
        except orjson.JSONDecodeError:
            continue
        for _ in range(LARGEST):
            if not waiting:
                break
            value = waiting.popleft()
            if isinstance(value, dict):
                if is_article(value.get("@type")) and isinstance(day := value.get("datePublished"), str):
                    yield day
                waiting.extend(inner for key, inner in value.items() if key not in OTHERS)
            elif isinstance(value, list):
                waiting.extend(value)


def is_article(told: Any) -> bool:
    """Of one type, or of several."""
    names = told if isinstance(told, list) else [told]
    return any(isinstance(name, str) and ARTICLE.search(name) for name in names)
