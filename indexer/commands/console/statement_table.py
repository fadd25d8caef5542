"""An article's statements as a table, to judge at a glance: who is said to have said what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from indexer.extraction.identity.known_people import known_people
from indexer.extraction.model.attribution import Attribution
from schemas.article import Article
from schemas.identity.people import Holder
from schemas.statement import Cue, Extraction, Kind, Speaker, Statement, Target

STYLES = {Kind.DIRECT: "green", Kind.MIXED: "yellow", Kind.INDIRECT: "cyan"}


def table(article: Article, extraction: Extraction, attributions: Sequence[Attribution] | None = None) -> Group:
    """`attributions`, in the order of the statements, add a column that says how each was found."""
    head = Text(article.title or "(no title)", style="bold")
    outlet = article.source.name if article.source else "unknown outlet"
    about = ", ".join((*extraction.countries, *extraction.territories)) or "no country"
    below = Text(f"{outlet}, {article.published_on or 'undated'}, mentions {about}", style="dim")
    found = rows(article.text, extraction, attributions) if extraction.statements else why_none(article, extraction)
    return Group(head, below, Padding(found, (0, 0, 1, 0)))


def why_none(article: Article, extraction: Extraction) -> Text:
    return Text("no statements" if extraction.split else f"not split: it is in {article.language}")


def rows(text: str, extraction: Extraction, attributions: Sequence[Attribution] | None) -> Table:
    found = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    found.add_column("kind", no_wrap=True)
    found.add_column("who", ratio=3)
    found.add_column("cue, act, to", ratio=1, min_width=11)
    found.add_column("what", ratio=6)
    found.add_column("about", ratio=1)
    found.add_column("said on", no_wrap=True)
    if attributions is None:
        for statement in extraction.statements:
            found.add_row(*cells(statement))
        return found
    found.add_column("found by", ratio=3)
    for statement, attribution in zip(extraction.statements, attributions, strict=True):
        found.add_row(*cells(statement), why(text, statement, attribution))
    return found


def why(text: str, statement: Statement, attribution: Attribution) -> Text:
    """The rule, then the words it rests on, where they stand and whose id they give: also those for a speaker whom
    nothing explains.
    """
    shown = Text(attribution.rule)
    speaker, target, cue = statement.speaker, statement.target, statement.cue
    evidence = [
        ("speaker", speaker.mention if speaker else attribution.mention, speaker and speaker.id),
        ("cue", cue.span if cue else None, None),
        ("target", target.mention if target else None, target and target.id),
    ]
    for name, span, meant in evidence:
        if span is not None:
            words = " ".join(span.of(text).split())
            shown.append(f"\n{name} “{words}” at {span.start}{f': {meant}' if meant else ''}", style="dim")
    for line in lines_of_people(statement):
        shown.append(f"\n{line}", style="dim")
    return shown


def lines_of_people(statement: Statement) -> list[str]:
    """The lines of the operator's table that have the ids of speaker and target: "Q1: line 3, president, AZ"."""
    return [
        f"{party.id}: {', '.join((f'line {holder.line} of DEMARCHE_PEOPLE', *told_by(holder)))}"
        for party in (statement.speaker, statement.target)
        if party is not None and party.id is not None
        for holder in known_people().lines_of(party.id)
    ]


def told_by(holder: Holder) -> list[str]:
    began = "" if holder.first_day == date.min else f"from {holder.first_day}"
    ended = "" if holder.last_day == date.max else f"to {holder.last_day}"
    return [told for told in (holder.office, holder.organisation, holder.country, began, ended) if told]


def cells(statement: Statement) -> tuple[Text, ...]:
    return (
        Text(statement.kind, style=STYLES[statement.kind]),
        who(statement.speaker),
        cue_and_target(statement.cue, statement.target),
        Text(statement.text, style=STYLES[statement.kind]),
        Text(", ".join((*statement.countries, *statement.territories))),
        Text(str(statement.said_on or "-")),
    )


def cue_and_target(cue: Cue | None, target: Target | None) -> Text:
    """The words that report it, their act, and whom it is said to."""
    text = Text(f"{cue.text}\n{cue.act}" if cue else "-")
    if target:
        countries = f" ({', '.join(target.countries)})" if target.countries else ""
        text.append(f"\nto {target.name}{countries}", style="dim")
    return text


def who(speaker: Speaker | None) -> Text:
    """Name, then what is known of them, then for whom they speak and how the text leads to them."""
    if speaker is None:
        return Text("nobody named", style="dim")
    known = [part for part in (speaker.role, speaker.organisation) if part and part != speaker.name]
    text = Text(speaker.name, style="bold")
    if known:
        text.append(f"\n{', '.join(known)}", style="not bold")
    if speaker.countries:
        text.append(f"\nfor {', '.join(speaker.countries)}", style="not bold dim")
    if speaker.basis:
        text.append(f"\nby {speaker.basis}", style="not bold dim")
    return text
