"""What a page says of itself in its head, JSON-LD and first heading: its title, its outlet, its language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy

from lxml import html
from trafilatura.metadata import extract_metadata

from indexer.readers.pages.linked_data import Node, first, text
from indexer.readers.pages.mojibake import mend
from indexer.readers.pages.publication import contents
from indexer.readers.pages.titles import without_outlet

LANGUAGE = re.compile(r"[a-z]{2}(?:[-_].*)?", re.IGNORECASE | re.ASCII)
JSON_LD = "//script[@type='application/ld+json']"


def headings(tree: html.HtmlElement) -> Sequence[str]:
    """What the page gives as its title: in the first heading, in the head."""
    told = (
        *(heading.text_content() for heading in tree.xpath("//h1")[:1]),
        *contents(tree, "ogtitle", "twittertitle", "citationtitle", "dctitle"),
        *(title.text or "" for title in tree.xpath("//title")[:1]),
    )
    return [plain for title in told if (plain := one_line(title))]


def title_and_site(tree: html.HtmlElement, own: Sequence[Node], host: str) -> tuple[str | None, str | None]:
    """As trafilatura finds them in head, JSON-LD and first heading: the rest, which may be huge, tells no more.

    The site is the outlet's name; not the host, which trafilatura gives where a page has no name for its site.
    """
    head = html.Element("html")
    parts = (*tree.xpath("//head")[:1], *tree.xpath(f"//body{JSON_LD}"), *tree.xpath("//h1")[:1])
    head.extend(deepcopy(part) for part in parts)
    document = extract_metadata(head, extensive=False)
    name = one_line(document.sitename or "")
    site = name if name and name != document.hostname and any(map(str.isalnum, name)) else None
    title = one_line(document.title or "")
    names = [site or "", *contents(tree, "ogsitename", "applicationname"), *publishers(own)]
    said = [one_line(heading.text_content()) for heading in tree.xpath("//h1")[:1]]
    said += [one_line(text(node, "headline")) for node in own]
    return without_outlet(title, names, host, said) or None, site


def publishers(own: Sequence[Node]) -> list[str]:
    found = (first(node.get("publisher")) for node in own)
    return [text(publisher, "name") for publisher in found if isinstance(publisher, dict)]


def one_line(title: str) -> str:
    return " ".join(mend(title).split())


def language(tree: html.HtmlElement, own: Sequence[Node]) -> str | None:
    """A tag such as "en-GB", of the article's own JSON-LD first; None where there is none that could be one."""
    told = (
        *(language_in(node) for node in own),
        *tree.xpath("/html/@lang | /html/@*[name()='xml:lang']"),
        *contents(tree, "contentlanguage", "language", "oglocale", "dclanguage"),
    )
    return next((tag.strip() for tag in told if LANGUAGE.fullmatch(tag.strip())), None)


def language_in(node: Node) -> str:
    """A language of schema.org's may be its tag, or an object that has the tag as its other name."""
    value = first(node.get("inLanguage"))
    return text(value, "alternateName") if isinstance(value, dict) else text(node, "inLanguage")
