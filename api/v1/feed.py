"""A search as an Atom feed (RFC 4287), in pages (RFC 5005)."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from xml.etree import ElementTree as ET

import flask
from markupsafe import Markup, escape

from api.context import current_view
from api.openapi.blueprint import Blueprint
from api.presentation.english import country, day
from api.presentation.marked_text import marked
from api.presentation.speech import headline, is_inferred, told
from api.presentation.web_links import on_the_web
from api.queries.addresses import absolute, address, addresses, parameters, statement_address
from schemas.dates.partial_dates import PartialDate
from schemas.page import Page
from schemas.query import StatementQuery
from schemas.statement import FoundStatement, Speaker
from schemas.wire.query import FeedSchema
from search.engine import View

ATOM = "http://www.w3.org/2005/Atom"
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # https://www.w3.org/TR/xml/#charsets
IDS = uuid.UUID("5c4d7ad8-3a0c-4f6c-9d5e-0b4a5b0c7e21")  # of ours: ids are the same whatever the host is called
TITLE_WIDTH = 120  # characters, of what was said
NOBODY = "Speaker not named"
BDI = Markup("<bdi>{}</bdi>")
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # a feed must say when it was updated, and an empty one never was

blueprint = Blueprint("feed", __name__, url_prefix="/v1", description="A search to follow")


@blueprint.operation("/statements.atom", query=FeedSchema, answer="application/atom+xml")
def as_feed(query: StatementQuery) -> flask.Response:
    """A search as an Atom feed, the newest first unless `sort` says otherwise"""
    view = current_view()
    page = view.search(query)
    document = ET.tostring(feed(view, query, page), encoding="utf-8", xml_declaration=True)
    return flask.Response(document, mimetype="application/atom+xml")


def feed(view: View, query: StatementQuery, page: Page) -> ET.Element:
    search = replace(query, cursor=None)
    here = addresses("feed.as_feed")
    moments = [updated(view, found) for found in page.data]
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    add(root, "id", urn("feed", repr(sorted(parameters(search).items()))))
    add(root, "title", title_of(search))
    add(root, "updated", max(moments, default=NEVER).isoformat())
    add(add(root, "author"), "name", "Demarche")
    add(root, "generator", "Demarche")
    link(root, "self", absolute(here(query)), "application/atom+xml")
    link(root, "first", absolute(here(search)), "application/atom+xml")
    if page.next:
        link(root, "next", absolute(here(replace(query, cursor=page.next))), "application/atom+xml")
    link(root, "alternate", absolute(address("pages.index", search)), "text/html")
    root.extend(entries(page.data, moments, statement_address()))
    return root


def entries(
    data: Sequence[FoundStatement], moments: Sequence[datetime], page_of: Callable[[str], str]
) -> Iterator[ET.Element]:
    for found, moment in zip(data, moments, strict=True):
        statement, article = found.statement, found.article
        name = statement.speaker.name if statement.speaker else NOBODY
        entry = ET.Element("entry")
        add(entry, "id", urn("statement", statement.id))
        add(entry, "title", headline(statement, TITLE_WIDTH))
        add(entry, "updated", moment.isoformat())
        if article.published_on and article.published_on.day:
            add(entry, "published", midnight(article.published_on).isoformat())
        add(add(entry, "author"), "name", name)
        link(entry, "alternate", page_of(statement.id), "text/html")
        if article.url and on_the_web(article.url):
            link(entry, "via", article.url, "text/html")
        add(entry, "content", content(found), type="html")
        yield entry


def updated(view: View, found: FoundStatement) -> datetime:
    """The beginning of the time of publication; where that is not known, when the article came in.

    Not when it came in for all of them: to index again what has not changed must not make it news.
    """
    published = found.article.published_on
    return midnight(published) if published else view.article(found.article.id).ingested_at


def midnight(date: PartialDate) -> datetime:
    return datetime.combine(date.first_day, time(), UTC)


def content(found: FoundStatement) -> str:
    """HTML: the words as they can stand alone, who said them, and where they were published.

    What runs from right to left moves nothing beside it.
    """
    statement, article = found.statement, found.article
    pieces = (marked(piece.text, piece.marks) for piece in told(statement, found.highlight))
    words = Markup('<p dir="auto">{}</p>').format(Markup("").join(pieces))
    lines = [by(statement.speaker)]
    if statement.said_on:
        lines.append(escape(f"Said {day(statement.said_on)}"))
    title = BDI.format(article.title or "Untitled article")
    if article.url and on_the_web(article.url):
        title = Markup('<a href="{}">{}</a>').format(article.url, title)
    where = [title]
    where += [BDI.format(article.source.name)] if article.source else []
    where += [escape(day(article.published_on))] if article.published_on else []
    return words + Markup("").join(Markup("<p>{}</p>").format(line) for line in [*lines, Markup(", ").join(where)])


def by(speaker: Speaker | None) -> Markup:
    if speaker is None:
        return escape(NOBODY)
    known = filter(None, (speaker.name, speaker.role, speaker.organisation))
    who = Markup(", ").join([*map(BDI.format, known), *map(country, speaker.countries)])
    return Markup("Probably {}").format(who) if is_inferred(speaker) else who


def title_of(query: StatementQuery) -> str:
    filters = [
        f"{name} {value}" for name, value in parameters(query).items() if name not in ("q", "sort", "limit", "collapse")
    ]
    return "Demarche: " + ("; ".join(filter(None, [query.q, *filters])) or "all statements")


def urn(kind: str, name: str) -> str:
    return uuid.uuid5(IDS, f"{kind} {name}").urn


def add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, name, attributes)
    child.text = NOT_XML.sub("", text)
    return child


def link(parent: ET.Element, rel: str, href: str, media_type: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "href": NOT_XML.sub("", href), "type": media_type})
