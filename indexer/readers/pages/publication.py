"""When a page says that it was published, where it names what it says: meta elements, JSON-LD, microdata, microformats.

Dates are ours to read: htmldate, which trafilatura takes, makes 24 July of "2023-07" and 3 April of "03/04/2023", and
takes any date in the text where nothing better is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from lxml.html import HtmlElement

from indexer.readers.pages.linked_data import Node, of_type, text
from schemas.dates.written_dates import known

# Names under which publishers' manuals ask for the day of publication, never of a change; without what parts them.
PUBLISHED = (
    *("articlepublishedtime", "ogarticlepublishedtime", "articlepublished", "ogpublishedtime", "ogpubdate"),
    *("datepublished", "publishedtime", "citationpublicationdate", "citationdate", "citationonlinedate"),
    *("bepresscitationdate", "dctermsissued", "dcissued", "dcdateissued", "dateissued", "prismpublicationdate"),
    *("parselypubdate", "sailthrudate", "cxenseparserecspublishtime", "shareaholicarticlepublishedtime"),
    *("pubdate", "publishdate", "publishedon", "publicationdate", "dateofpublication", "dcdatepublished"),
)
# What may also be when a page was made, so that all else comes first.
LOOSER = ("dctermsdate", "dcdate", "dctermscreated", "dcdatecreated", "dccreated", "eprintsdate", "date")
BETWEEN = re.compile(r"[.:_\s-]")
MARKED = (
    "//*[contains(concat(' ', @itemprop, ' '), ' datePublished ')]"
    " | //*[@property='datePublished' or @property='schema:datePublished']"
    " | //time[@pubdate]"
    " | //*[self::time or self::abbr][contains(concat(' ', @class, ' '), ' published ')"
    " or contains(concat(' ', @class, ' '), ' dt-published ')]"
)
# What one article of several in a page stands in.
SCOPE = "ancestor::*[@itemscope or self::article or contains(concat(' ', @class, ' '), ' hentry ')][1]"
LIVE = re.compile(r"LiveBlogPosting\Z")
TIMES = ("datePublished", "dateModified", "coverageStartTime", "coverageEndTime")


def publication_day(tree: HtmlElement, own: Sequence[Node]) -> str | None:
    """The day, month or year that is told by name and certain. `own` is the page's own JSON-LD."""
    if is_live(tree, own):
        return span_of(live_times(tree, own))
    told = (
        *certain(contents(tree, *PUBLISHED)),
        *agreed_days(text(node, "datePublished") for node in own),
        *marked_days(tree),
        *certain(contents(tree, *LOOSER)),
    )
    return next(iter(told), None)


def certain(told: Iterable[str]) -> Iterator[str]:
    return (day for text in told if (day := known(text)))


def agreed_days(told: Iterable[str]) -> Sequence[str]:
    """The one date that all of them tell, or none."""
    days = set(certain(told))
    return [*days] if len(days) == 1 else []


def contents(tree: HtmlElement, *names: str) -> Iterator[str]:
    """Of the meta elements of these names, in the order of the names; of `dc.date` and `DC:Date` alike."""
    told: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for attribute in ("property", "name", "http-equiv"):
            if meta.get(attribute) and meta.get("content"):
                told.setdefault(BETWEEN.sub("", meta.get(attribute)).lower(), meta.get("content"))
    return (told[name] for name in names if name in told)


def marked_days(tree: HtmlElement) -> Sequence[str]:
    """By microdata, RDFa or a microformat: the day that all tell, or else those of the article under the heading."""
    found = [(element, day) for element in tree.xpath(MARKED) if (day := known(value(element)))]
    days = [day for _, day in found]
    heading = next(tree.iter("h1"), None)
    if len(set(days)) > 1 and heading is not None:
        scope = heading.xpath(SCOPE)
        days = [day for element, day in found if element.xpath(SCOPE) == scope]
    return days[:1] if len(set(days)) == 1 else []


def value(element: HtmlElement) -> str:
    told = (element.get(name) for name in ("content", "datetime", "title"))
    return next(filter(None, told), None) or (element.text_content() if len(element) < 2 else "")


def is_live(tree: HtmlElement, own: Sequence[Node]) -> bool:
    """A live blog, whose later parts were not published on the day of its first."""
    return any(of_type(node, LIVE) for node in own) or bool(tree.xpath("//*[contains(@itemtype, '/LiveBlogPosting')]"))


def live_times(tree: HtmlElement, own: Sequence[Node]) -> Iterator[str]:
    for node in own:
        yield from (text(node, name) for name in TIMES)
        updates = node.get("liveBlogUpdate")
        for update in updates if isinstance(updates, list) else [updates]:
            yield from (text(update, name) for name in TIMES) if isinstance(update, dict) else ()
    yield from contents(tree, *PUBLISHED, "articlemodifiedtime")
    yield from (time.get("datetime") or "" for time in tree.iter("time"))


def span_of(told: Iterable[str]) -> str | None:
    """The day, or else the month or the year, in which all of several moments lie. Of a single one nothing follows."""
    days = [day.split("-") for text in told if (day := known(text))]
    shared = takewhile(lambda parts: len(set(parts)) == 1, zip(*days, strict=False))
    return "-".join(parts[0] for parts in shared) or None if len(days) > 1 else None
