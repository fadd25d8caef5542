"""The fields by which articles and statements are searched, filtered, counted and sorted.

Both engines index the same fields with the same values, so that they can't differ. Dates are days as `date.toordinal`
counts them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from schemas.article import Article
from schemas.dates.partial_dates import PartialDate
from schemas.fields import FIELDS, Field, Known, Value
from schemas.parts import is_scrap
from schemas.statement import FoundStatement, SplitArticle, Statement
from search.documents.serialization import Json, head
from search.text.analysis import searched, searched_name, words
from search.text.compounds import joined_stems, joined_words
from search.text.shingles import Shingled

KEPT = 1 << 12  # values in each cache


def indexed_article(split: SplitArticle) -> Json:
    """What articles are searched, filtered and sorted by, and their copies found by; unknown fields are left out.

    One that is not split is searched by the words of its text too: no statements hold them. The text of one with
    statements is `text_stems` and `text_words`, by which these are found.
    """
    article, extraction = split.article, split.extraction
    shingled = Shingled.of(article)
    fields: Json = {
        "extractor": extraction.extractor,
        "text_fingerprint": shingled.fingerprint,
        "bands": list(shingled.bands),
    }
    if extraction.statements or not extraction.split:
        text, of = searched(article.text), "text_" if extraction.split else ""
        fields |= {f"{of}stems": [text.stems, *joined_stems(article.text)], f"{of}words": [text.words]}
    for field, indexed in INDEXED:
        if field.in_articles and (known := field.in_articles.of(split)):
            fields |= indexed(known)
    for field in DATES:
        if field.in_articles:
            fields |= dated(field.name, field.in_articles.of(split), article.id, 0)
    return fields | titled(article)


def indexed_statements(split: SplitArticle) -> Iterator[tuple[Statement, Json]]:
    """Each statement with the fields that it is searched, filtered, counted and sorted by; unknown ones are left out.

    `place` is its index among the statements of the article.

    `fragment` is "true" where a statement can't be read alone: it is shorter than a clause, or nobody is named.

    `stems` and `words` (folded) are lists: the parts, then the speaker's name, role and organisation; nothing may match
    across them. After these `stems` has each compound (search/text/compounds.py) as one word, and so has `title_stems`
    after the title's. `title_words` and the words of a field of names (`speaker_words`) are one text each, the latter
    with their compounds; those of a field of ids (`speaker_id_words`) are of the name and of the id. Words are
    separated by spaces, ready made.
    """
    about = head(split.article)
    shared = {"article": about.id, **titled(split.article)}
    for place, statement in enumerate(split.extraction.statements):
        found = FoundStatement(statement, about)
        fields: Json = {"id": statement.id, "fingerprint": statement.fingerprint, "place": place, **shared}
        for field, indexed in INDEXED:
            if known := field.of(found):
                fields |= indexed(known)
        for field, spelling in SPELLED:
            fields |= spelled(field.name, field.of(found), spelling(found))
        for field in DATES:
            fields |= dated(field.name, field.of(found), about.id, place)
        if statement.speaker is None or is_scrap(statement):
            fields["fragment"] = "true"
        fields |= told(statement)
        yield statement, fields


def values_of(field: Field) -> Callable[[Known], Json]:
    """How the values of a field are indexed, shared by all documents that have the same ones: don't change it."""
    name = field.name

    def names(values: tuple[str, ...]) -> Json:
        return {words_field(name): " ".join(map(name_words, values))}

    def others(values: tuple[str, ...]) -> Json:
        return {name: sorted(set(values))}

    return lru_cache(maxsize=KEPT)(names if field.value is Value.NAME else others)


INDEXED = [(field, values_of(field)) for field in FIELDS if field.value is not Value.DATE]
SPELLED = [(field, field.spelling) for field in FIELDS if field.spelling]
DATES = [field for field in FIELDS if field.value is Value.DATE]


@lru_cache(maxsize=KEPT)
def spelled(name: str, known: Known, names: tuple[str, ...]) -> Json:
    """The name under which a statement has an id, and the words by which that is completed; the name's also without."""
    ids = known if isinstance(known, tuple) else ()
    own = {spelling_field(name): list(names)} if ids else {}
    told = [*map(name_words, names), *map(id_words, ids)]
    return own | ({words_field(name): " ".join(told)} if told else {})


def words_field(name: str) -> str:
    """The field that holds the words of a field of names, or of ids."""
    return f"{name}_words"


def spelling_field(name: str) -> str:
    """The field that holds the names under which a field of ids has them."""
    return f"{name}_name"


def titled(article: Article) -> Json:
    title = searched(article.title)
    return {"title_stems": [title.stems, *joined_stems(article.title)], "title_words": title.words}


def told(statement: Statement) -> Json:
    """The words of what was said and of who said it."""
    speaker = statement.speaker
    named = named_by(speaker.name, speaker.role, speaker.organisation) if speaker else NOBODY
    parts = statement.parts or (statement.text,)
    said = list(map(searched, parts))
    joined = dict.fromkeys((*joined_stems(*parts), *named.joined))
    return {
        "stems": [*(part.stems for part in said), *named.stems, *joined],
        "words": [*(part.words for part in said), *named.words],
    }


class Named(NamedTuple):
    """The stems and words of each of the names by which a speaker is searched, and the stems of their compounds."""

    stems: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()


NOBODY = Named()


@lru_cache(maxsize=KEPT)
def named_by(*told: str | None) -> Named:
    names = list(filter(None, told))
    texts = list(map(searched_name, names))
    return Named(tuple(text.stems for text in texts), tuple(text.words for text in texts), tuple(joined_stems(*names)))


def name_words(name: str) -> str:
    return " ".join([searched_name(name).words, *joined_words(name)])


def id_words(id_: str) -> str:
    """Without the kind of what it names, and without countries."""
    return " ".join(word for part in id_.split(":")[1:] if not part.isupper() for word in words(part))


def dated(name: str, known: Known, article_id: str, place: int) -> Json:
    """Sort keys, the days between which the date lies, and as much of day, month and year as is known.

    A month is counted from January of the year 0. Even a date that is not known is sorted by.
    """
    day = known if isinstance(known, PartialDate) else None
    keys = sort_keys(name, day, article_id, place)
    return keys | parts_of(name, day) if day else keys


@lru_cache(maxsize=KEPT)
def parts_of(name: str, day: PartialDate) -> dict[str, int]:
    first, last = day.first_day.toordinal(), day.last_day.toordinal()
    parts = {f"{name}_first": first, f"{name}_last": last, f"{name}_year": day.year}
    if day.month:
        parts[f"{name}_month"] = day.year * 12 + day.month - 1
    if day.day:
        parts[f"{name}_day"] = first
    return parts


# A sort key orders by day, then by article, then by place in the article, in one positive number of 63 bits, so that
# an engine need sort by one field. Both keys are sorted downwards, and an unknown day is 0: it stands last in both.
# Keys of two statements may be equal; these are ordered by id, upwards.
ARTICLE_BITS, PLACE_BITS = 25, 16
LAST_DAY = (1 << 22) - 1  # the year 9999 ends before it
LAST_PLACE = (1 << PLACE_BITS) - 1


def sort_keys(name: str, day: PartialDate | None, article_id: str, place: int) -> dict[str, int]:
    low = LAST_PLACE - min(place, LAST_PLACE)
    return {key: high | low for key, high in sort_keys_of_article(name, day, article_id)}


@lru_cache(maxsize=64)  # an article's statements come one after the other
def sort_keys_of_article(name: str, day: PartialDate | None, article_id: str) -> Sequence[tuple[str, int]]:
    """The keys without the place."""
    first = day.first_day.toordinal() if day else None
    hashed = int.from_bytes(hashlib.blake2b(article_id.encode(), digest_size=4).digest()) >> (32 - ARTICLE_BITS)
    days = {"newest": first or 0, "oldest": LAST_DAY - first if first else 0}
    return [(f"{name}_{key}", (number << ARTICLE_BITS | hashed) << PLACE_BITS) for key, number in days.items()]
