"""What may be meant where a box could not be read: each a link to the search for it, so that nothing is guessed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, urlencode

import flask
from werkzeug.datastructures import MultiDict

from api.presentation.english import asked_for, country
from schemas.dates.asked_dates import readings
from schemas.fields import FILTERS, Value
from schemas.geography.country_lookup import codes_meant, country_code
from schemas.identity.body_lookup import is_body, known_body


@dataclass(frozen=True, slots=True)
class Choice:
    """`address` is that of the page as it was asked for, with this in place of what could not be read."""

    label: str
    address: str


def meant(written: MultiDict[str, str], faulty: Collection[str]) -> Mapping[str, list[Choice]]:
    """By parameter, for those whose values are `faulty`."""
    asked = {name: " ".join(texts) for name, texts in written.lists() if " ".join(texts).strip()}
    found = {name: list(choices(asked, name)) for name in faulty if name in asked}
    return {name: of_name for name, of_name in found.items() if of_name}


def choices(asked: Mapping[str, str], name: str) -> Iterator[Choice]:
    text = asked[name]
    if name == "when":
        with suppress(ValueError):
            for days in readings(text, datetime.now(UTC).date()):
                label = asked_for(days.first, days.last)
                yield choice(label, asked, when=label)
    elif name in FILTERS and FILTERS[name].value is Value.COUNTRY and country_code(text) is None:
        for code in codes_meant(text):
            yield choice(country(code), asked, **{name: country(code)})
        if is_body(text):
            yield from of_body(asked, name, text)


def of_body(asked: Mapping[str, str], name: str, text: str) -> Iterator[Choice]:
    """A body has no country to be mentioned by: it is told or accused, or its name is among the words."""
    told = FILTERS["target_id"].label.lower()
    yield choice(f"{text} {told}", asked, **{name: "", "target_id": str(known_body(text))})
    words = f'"{text}"' if " " in text else text
    yield choice(f"the words {text}", asked, **{name: "", "q": f"{asked.get('q', '')} {words}".strip()})


def choice(label: str, asked: Mapping[str, str], **instead: str) -> Choice:
    parameters = [(name, text) for name, text in {**asked, **instead}.items() if text]
    written = urlencode(parameters, safe=",:", quote_via=quote)
    return Choice(label, f"{flask.url_for(flask.request.endpoint or 'pages.index')}?{written}")
