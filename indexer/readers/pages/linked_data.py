"""JSON-LD (schema.org) in a page: what it says of the article that the page shows, and not of the others it names.

Of several nodes the page's own is the one with its address (url, mainEntityOfPage, @id), or else with its headline, or
else the only article that does not name another address. A node of a page (WebPage) counts where no article does: it
may be dated by the day on which the site was made.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from lxml.html import HtmlElement

from indexer.inputs.hosts import host_of, is_front
from indexer.readers.pages.loose_json import documents
from schemas.article_ids import canonical_url

Node = Mapping[str, Any]

ARTICLE = re.compile(r"(?:Article|Report|BlogPosting|MediaPosting|ForumPosting)\Z")  # schema.org's Article and below
WEB_PAGE = re.compile(r"(?:WebPage|ItemPage)\Z")
WITHIN = ("@graph", "@list", "@set", "@included", "mainEntity", "mainEntityOfPage")  # all else is about other things
MAIN = "@main"  # marks what a page calls its main entity; no name of JSON-LD's
VOCABULARY = re.compile(r"\A(?:https?://(?:www\.)?schema\.org/|schema:)")
LARGEST = 100_000  # values that are looked through
ALIKE = 15  # letters and digits from which a headline that begins another may be the same, cut or with an outlet's name


@dataclass(frozen=True, slots=True)
class Page:
    """What a page is known by: its addresses, the one to which links in it are relative first, and its titles."""

    addresses: Sequence[str] = ()
    titles: Sequence[str] = ()

    def has_address(self, told: str) -> bool:
        return canonical_url(told) in map(canonical_url, self.addresses)

    def has_title(self, told: str) -> bool:
        one = letters(told)
        return any(
            one == other or (min(len(one), len(other)) >= ALIKE and (one.startswith(other) or other.startswith(one)))
            for other in map(letters, self.titles)
            if one and other
        )


@dataclass(frozen=True, slots=True)
class LinkedData:
    """All nodes that may be of the page, the outermost first."""

    nodes: Sequence[Node] = ()
    page: Page = field(default_factory=Page)

    @classmethod
    def of(cls, tree: HtmlElement, page: Page) -> LinkedData:
        return cls([node for script in scripts(tree) for node in walk(documents(script))], page)

    def own(self) -> Sequence[Node]:
        """Those about the page's article; several only where nothing tells which one is."""
        articles = [node for node in self.nodes if of_type(node, ARTICLE)]
        pages = [node for node in self.nodes if of_type(node, WEB_PAGE)]
        main = {text(node, "mainEntity") for node in pages} - {""}
        return (
            [node for node in articles if self.is_at(node)]
            or [node for node in articles if self.page.has_title(text(node, "headline") or text(node, "name"))]
            or [node for node in articles if MAIN in node or text(node, "@id") in main]
            or [node for node in articles if not addresses(node, self.base)]
            or (articles if not self.page.addresses else [])
            or [node for node in pages if not articles or self.is_at(node)]
        )

    def is_at(self, node: Node) -> bool:
        return any(map(self.page.has_address, addresses(node, self.base) or [text(node, "@id")]))

    @property
    def base(self) -> str:
        return self.page.addresses[0] if self.page.addresses else ""


def scripts(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json":
            yield script.text or ""


def walk(found: Iterable[Any]) -> Iterator[Node]:
    waiting: deque[Any] = deque(found)
    for _ in range(LARGEST):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            node = {VOCABULARY.sub("", key): inner for key, inner in value.items()}
            yield node
            if isinstance(main := first(node.get("mainEntity")), dict):
                node["mainEntity"] = {**main, MAIN: True}
            waiting.extend(node[key] for key in WITHIN if key in node)


def of_type(node: Node, kind: re.Pattern[str]) -> bool:
    """Of one type, or of several."""
    told = node.get("@type", node.get("type"))
    return any(isinstance(name, str) and kind.search(name) for name in (told if isinstance(told, list) else [told]))


def text(node: Node, name: str) -> str:
    """What it says under that name, as text: "" where that is something else."""
    value = first(node.get(name))
    if isinstance(value, dict):
        value = first(value.get("@value", value.get("@id")))
    return value.strip() if isinstance(value, str) else ""


def first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def addresses(node: Node, base: str) -> list[str]:
    """Where it says that its article is. Many name the front page for every article, which tells nothing."""
    entity = first(node.get("mainEntityOfPage"))
    told = [text(node, "url"), text(node, "mainEntityOfPage")]
    if isinstance(entity, dict):
        told.append(text(entity, "url"))
    joined = (join_url(base, one) for one in told if one and not one.startswith("#"))
    return [url for url in joined if host_of(url) and not is_front(url)]


def join_url(base: str, told: str) -> str:
    try:
        return urljoin(base, told)
    except ValueError:
        return ""


def letters(title: str) -> str:
    return "".join(filter(str.isalnum, title.casefold()))
