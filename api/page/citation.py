"""A statement, or a whole article, as a citation: plain text, Markdown (CommonMark), BibTeX or CSL-JSON, with all that
is needed to find it again.

Whose words they are is never left open: the speaker's own stand in quotation marks, the outlet's do not, and say so;
they stand in their sentence, with the verb that reports them.
"""

from __future__ import annotations

import calendar
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from api.presentation.english import KINDS, country, day
from api.presentation.speech import is_inferred, stands_alone
from api.presentation.speech import plain as words
from api.presentation.web_links import on_the_web, quoted_for_markup
from schemas.statement import ArticleHead, FoundStatement, Kind

# First Strong Isolate and Pop Directional Isolate: what stands between them moves nothing beside it, which a name or a
# title that runs from right to left otherwise does to the quotation marks, commas and numbers around it.
ISOLATE, POP = "\u2068", "\u2069"
TURNING = frozenset(("R", "AL", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI"))  # as Unicode classes characters

MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~&!$])")
LINE_START = re.compile(r"^(\d*)([.)+=-])")  # what begins a list, a rule or a heading at the start of a line
BIBTEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces even after a backslash
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {special: f"\\{special}" for special in "$&#%_"}
BIBTEX |= {ISOLATE: "", POP: ""}  # a field stands by itself, and few of TeX's fonts have such characters


@dataclass(frozen=True, slots=True)
class Citation:
    name: str
    text: str


def citations(found: FoundStatement, address: str) -> tuple[Citation, ...]:
    """`address` is where Demarche shows the statement."""
    return (
        Citation("Plain text", plain(found, address)),
        Citation("Markdown", markdown(found, address)),
        Citation("BibTeX", bibtex(found, address)),
        Citation("CSL-JSON", csl_json(found, address)),
    )


def citations_of_article(article: ArticleHead, address: str) -> tuple[Citation, ...]:
    """`address` is where Demarche shows the article."""
    via, name = f"(via Demarche: {address})", f"demarche-{article.id}"
    return (
        Citation("Plain text", f"{where(article)}. {' '.join([*original(article), via])}"),
        Citation("Markdown", where_in_markdown(article, address)),
        Citation("BibTeX", bibtex_entry(name, article, address, f"\\url{{{quoted_for_markup(address)}}}")),
        Citation("CSL-JSON", csl_item(name, article, address, address)),
    )


def plain(found: FoundStatement, address: str) -> str:
    via = f"(via Demarche: {address})"
    return f"{end_sentence(speech(found))} {where(found.article)}. {' '.join([*original(found.article), via])}"


def where(article: ArticleHead) -> str:
    return ", ".join([isolate(f"“{title(article)}”"), *outlet_and_day(article)])


def markdown(found: FoundStatement, address: str) -> str:
    words = LINE_START.sub(r"\1\\\2", escape_markdown(quote(found)))  # a line of its own, which turns by itself
    where = where_in_markdown(found.article, address)
    return f"> {words}\n>\n> — {escape_markdown(who(found))}{manner(found)}. {where}"


def where_in_markdown(article: ArticleHead, address: str) -> str:
    head = isolate(escape_markdown(title(article)))
    linked = [f"[{head}]({link})" for link in original(article)] or [head]
    demarche = f"[Demarche]({quoted_for_markup(address)})"
    return ", ".join([*linked, *map(escape_markdown, outlet_and_day(article)), demarche])


def bibtex(found: FoundStatement, address: str) -> str:
    note = rf"{escape_bibtex(end_sentence(speech(found)))} \url{{{quoted_for_markup(address)}}}"
    return bibtex_entry(f"demarche-{found.statement.id}", found.article, address, note)


def bibtex_entry(name: str, article: ArticleHead, address: str, note: str) -> str:
    source, published = article.source, article.published_on
    fields = {"title": f"{{{{{escape_bibtex(title(article))}}}}}"}  # in two pairs, which keep its capitals
    if source:
        fields["howpublished"] = f"{{{escape_bibtex(source.name)}}}"
    if published:
        fields |= {"date": f"{{{published}}}", "year": f"{{{published.year}}}"}
    if published and published.month:
        fields["month"] = calendar.month_abbr[published.month].lower()  # a macro, which styles spell out
    fields["url"] = f"{{{next(original(article), address)}}}"
    fields["note"] = f"{{{note}}}"
    lines = "".join(f"  {field} = {value},\n" for field, value in fields.items())
    return f"@misc{{{name},\n{lines}}}"


def csl_json(found: FoundStatement, address: str) -> str:
    note = f"{end_sentence(speech(found))} {address}"
    return csl_item(f"demarche-{found.statement.id}", found.article, address, note)


def csl_item(name: str, article: ArticleHead, address: str, note: str) -> str:
    """What Zotero and others import: https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types."""
    source, published = article.source, article.published_on
    item: dict[str, object] = {"id": name, "type": "article-newspaper", "title": title(article)}
    if source:
        item["container-title"] = one_line(source.name)
    if published:
        parts = (published.year, published.month, published.day)
        item["issued"] = {"date-parts": [[part for part in parts if part]]}
    item["URL"] = next(original(article), address)
    item["note"] = note
    return json.dumps([item], ensure_ascii=False, indent=2)


def speech(found: FoundStatement) -> str:
    """Who said what, in one line; also what *Copy quote* copies."""
    return f"{who(found)}: {isolate(quote(found))}{manner(found)}"


def who(found: FoundStatement) -> str:
    """Anna Petrosjan, ambassador (Armenia), said on 8 May 2024; without the verb where the sentence has it."""
    statement, speaker = found.statement, found.statement.speaker
    parts = [isolate(speaker.name) if speaker else "Nobody named"]
    parts[0] = f"Probably {parts[0]}" if is_inferred(speaker) else parts[0]
    if speaker:
        parts += [isolate(part) for part in (speaker.role, speaker.organisation) if part and part != speaker.name]
        names = ", ".join(map(country, speaker.countries))
        parts[-1] += f" ({names})" if names and names != speaker.name else ""
    cue = [statement.cue.text] if statement.cue and stands_alone(statement) else []
    when = [f"{'on' if statement.said_on.day else 'in'} {day(statement.said_on)}"] if statement.said_on else []
    return one_line(", ".join([*parts, *filter(None, [" ".join(cue + when)])]))


def manner(found: FoundStatement) -> str:
    """Quotation marks say it for the speaker's own words."""
    kind = found.statement.kind
    return "" if kind is Kind.DIRECT and stands_alone(found.statement) else f" ({KINDS[kind].lower()})"


def quote(found: FoundStatement) -> str:
    """Without the full stop of its sentence, behind which more is said of it."""
    text = words(found.statement)
    return text if stands_alone(found.statement) else text.removesuffix(".")


def title(article: ArticleHead) -> str:
    return one_line(article.title) or "Untitled article"


def outlet_and_day(article: ArticleHead) -> Iterator[str]:
    if article.source:
        yield isolate(one_line(article.source.name))
    yield day(article.published_on) if article.published_on else "undated"


def original(article: ArticleHead) -> Iterator[str]:
    """The article's own address, if it is one of the web."""
    if article.url and on_the_web(article.url):
        yield quoted_for_markup(article.url)


def end_sentence(sentence: str) -> str:
    return sentence if sentence.rstrip(POP).endswith((".”", "?”", "!”")) else f"{sentence}."


def isolate(text: str) -> str:
    """As it is, where nothing in it runs from right to left."""
    return f"{ISOLATE}{text}{POP}" if any(unicodedata.bidirectional(each) in TURNING for each in text) else text


def one_line(text: str) -> str:
    return " ".join(text.split())


def escape_markdown(text: str) -> str:
    return MARKDOWN.sub(r"\\\1", text)


def escape_bibtex(text: str) -> str:
    return "".join(BIBTEX.get(character, character) for character in text)
