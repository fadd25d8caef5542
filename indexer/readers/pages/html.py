"""Web pages: the article that trafilatura finds in one, precision before recall, and what the page says of itself.

    title, source         its metadata (Open Graph, JSON-LD and the like), or else what the link to it told
    url                   its canonical address, or else where it was fetched from
    published_on          only where the page says so by name, and only a date that can be read in one way
    language              of the page's own JSON-LD, of the html element, or else of its metadata

The text is the article's paragraphs, parted by blank lines: no comments, data, navigation or requests to pay.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urljoin

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from indexer.inputs.hosts import host_of, is_front, site_of
from indexer.inputs.input import Input
from indexer.inputs.result import Reading, Refusal
from indexer.readers.articles.builder import article_of, the_one_in
from indexer.readers.pages.layout import unwrap_layout
from indexer.readers.pages.linked_data import LinkedData, Node, Page, first, join_url
from indexer.readers.pages.markup import decode_markup, paragraphs, tree_of
from indexer.readers.pages.metadata import headings, language, title_and_site
from indexer.readers.pages.notices import has_sentence, without_notices
from indexer.readers.pages.publication import publication_day
from indexer.readers.registry import Reader
from indexer.readers.text.encoding import first_characters
from schemas.article import Article
from schemas.article_ids import canonical_url

# It tells its log what it makes of a page, and Python would tell the terminal; what matters is told by a Refusal.
for name in ("trafilatura", "htmldate"):
    logging.getLogger(name).addHandler(logging.NullHandler())

PAGE = re.compile(r"(?>\s+|<\?xml[^>]*>|<!--.*?-->)*+<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL)
REFRESH = re.compile(
    r"""\s*(?P<after>\d{0,6}(?:\.\d{0,6})?)\s*[;,\s]\s*(?:url\s*=\s*)?["']?(?P<url>[^"'\s][^"']*)""", re.IGNORECASE
)
SOON = 30  # seconds in which nobody reads an article; pages that load themselves anew wait for minutes
SHOWN = 500  # characters of an address in a message


def read(source: Input) -> Iterator[Reading]:
    yield the_one_in(source, lambda data: page(decode_markup(data, source.charset), source))


def page(text: str, source: Input) -> Article:
    """The article in a page; Refusal says why there is none."""
    tree = tree_of(text)
    refuse_refresh(tree, source.url)
    canonical = address(tree, source.url)
    url = canonical or source.url
    known_by = Page([one for one in (source.url, canonical) if one], headings(tree))
    own_data = LinkedData.of(tree, known_by).own()
    title, site = title_and_site(tree, own_data, site_of(url))
    own = {
        "title": title,
        "url": canonical,
        "source": site,
        "language": language(tree, own_data),
        "published_on": publication_day(tree, own_data),
    }
    told: Mapping[str, object] = {
        "source": site_of(url),
        "url": source.url,
        **source.told,
        **{k: v for k, v in own.items() if v},
    }
    return article_of({**told, "text": main_text(tree, paid=is_paid(own_data))})


def main_text(tree: HtmlElement, paid: bool) -> str:
    """trafilatura works on a copy of the tree."""
    unwrap_layout(tree)
    found = bare_extraction(tree, favor_precision=True, include_comments=False, include_tables=False)
    whole = [] if found is None or isinstance(found, dict) or found.body is None else [*paragraphs(found.body)]
    text = without_notices(whole)
    # For want of better trafilatura gives the menu, in which there is no sentence.
    if not any(map(has_sentence, text)):
        raise Refusal("holds no article that can be told from the rest of the page")
    if paid and breaks_off(text[-1]):
        raise Refusal("is behind a paywall, and breaks off")
    return "\n\n".join(text)


def breaks_off(paragraph: str) -> bool:
    return paragraph.endswith(("…", "...", "…]", "...]")) or not has_sentence(paragraph)


def is_paid(own: Sequence[Node]) -> bool:
    """Whether the page's own JSON-LD says that not all may read it: false, "False", or schema.org's False."""
    told = (first(node.get("isAccessibleForFree")) for node in own)
    return any(one is False or str(one).rpartition("/")[2].lower() == "false" for one in told)


def refuse_refresh(tree: HtmlElement, here: str | None) -> None:
    """A page that leads on to another address is no article; one that only loads itself anew may be."""
    for meta in tree.iter("meta"):
        without_scripts = next(meta.iterancestors("noscript"), None) is not None
        if (meta.get("http-equiv") or "").strip().lower() != "refresh" or without_scripts:
            continue
        match = REFRESH.match(meta.get("content") or "")
        there = join_url(here or "", match["url"].strip()) if match and float(match["after"] or 0) <= SOON else ""
        if there and not (here and canonical_url(there) == canonical_url(here)):
            raise Refusal(f"leads on to {there[:SHOWN]} (by meta refresh): read that instead")


def address(tree: HtmlElement, fetched: str | None) -> str | None:
    """The canonical one, if it can be this page's: many sites give the front page's, or another's, for all pages."""
    for told in (*tree.xpath("//link[@rel='canonical']/@href"), *tree.xpath("//meta[@property='og:url']/@content")):
        try:
            url = urljoin(fetched or "", str(told).strip())
        except ValueError:
            continue
        if host_of(url) and not is_front(url) and (fetched is None or site_of(url) == site_of(fetched)):
            return url
    return None


READER = Reader(
    "html", (".html", ".htm", ".xhtml"), lambda head: bool(PAGE.match(first_characters(head))), read, isolated=True
)
