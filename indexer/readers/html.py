"""Web pages: the article that trafilatura finds in one, precision before recall, and what the page says of itself.

    title, source         its metadata (Open Graph, JSON-LD and the like), or else what the link to it told
    url                   its canonical address, or else where it was fetched from
    published_on          only where the page says so by name, and only a date that can be read in one way
    language              of the html element, or else of its metadata

The text is the article's paragraphs, parted by blank lines: no comments, tables or navigation.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from indexer.readers.addresses import host_of, is_front, site_of
from indexer.readers.decoding import first_characters
from indexer.readers.loading import article_of, the_one_in
from indexer.readers.markup import decode_markup, text_of, tree_of
from indexer.readers.metadata import language, published, title_and_site
from indexer.readers.reading import Input, Reader, Reading, Refusal
from schemas.article import Article

# It tells its log what it makes of a page, and Python would tell the terminal; what matters is told by a Refusal.
for name in ("trafilatura", "htmldate"):
    logging.getLogger(name).addHandler(logging.NullHandler())

PAGE = re.compile(r"(?>\s+|<\?xml[^>]*>|<!--.*?-->)*+<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL)
ENDED = re.compile(r"[.!?…][^\w\s]{0,4}\Z")


def read(source: Input) -> Iterator[Reading]:
    yield the_one_in(source, lambda data: page(decode_markup(data, source.charset), source))


def page(text: str, source: Input) -> Article:
    """The article in a page; Refusal says why there is none."""
    tree = tree_of(text)
    title, site = title_and_site(tree)
    own = {
        "title": title,
        "url": address(tree, source.url),
        "source": site,
        "language": language(tree),
        "published_on": published(tree),
    }
    url = own["url"] or source.url
    told: Mapping[str, object] = {
        "source": site_of(url),
        "url": source.url,
        **source.told,
        **{k: v for k, v in own.items() if v},
    }
    return article_of({**told, "text": main_text(tree)})


def main_text(tree: HtmlElement) -> str:
    """trafilatura works on a copy of the tree."""
    found = bare_extraction(tree, favor_precision=True, include_comments=False, include_tables=False)
    text = "" if found is None or isinstance(found, dict) or found.body is None else text_of(found.body)
    # For want of better trafilatura gives the menu, in which there is no sentence.
    if not any(" " in paragraph and ENDED.search(paragraph[-8:]) for paragraph in text.split("\n")):
        raise Refusal("holds no article that can be told from the rest of the page")
    return text


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
