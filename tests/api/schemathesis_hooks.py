"""What our own formats look like, for schemathesis: JSON Schema names them and can't spell them out."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import schemathesis
from hypothesis import strategies as st
from schemathesis.generation.meta import CoveragePhaseData, CoverageScenario

from schemas.geography.countries import country_names
from schemas.geography.territory_lookup import names

WORDS = st.from_regex(r"[a-zà-öа-я]{2,9}", fullmatch=True).filter(lambda word: word not in ("near", "not", "or", "and"))
PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join).map('"{}"'.format)
TERMS = st.one_of(
    WORDS,
    PHRASES,
    WORDS.map("{}*".format),
    WORDS.filter(lambda word: len(word) > 2).map("{}~".format),
    st.tuples(WORDS, WORDS).map(" NEAR/5 ".join),
    st.tuples(WORDS, WORDS).map(" OR ".join).map("({})".format),
    st.sampled_from(["country:AZ", "said:2023-07..", "speaker:petrosjan", "kind:direct", "-corridor", "Lachin"]),
)
QUERIES = st.lists(TERMS, max_size=3).map(" ".join)
COUNTRIES = st.sampled_from(sorted(country_names())).flatmap(
    lambda code: st.sampled_from([code, code.lower(), country_names()[code]])
)
TERRITORIES = st.sampled_from(sorted(set(names()) | set(names().values())))
OURS = (
    "q",
    "territory",
    "speaker",
    "organisation",
    "source",
    "cursor",
)  # parameters of a format that others may fit by chance
ACCEPTED = "AcceptedNegativeData"
NAMES = st.from_regex(r"[A-Za-z0-9É][\wéı'’ .()-]{0,20}", fullmatch=True)

schemathesis.openapi.format("query", QUERIES)
schemathesis.openapi.format("country", COUNTRIES.filter(lambda country: "," not in country))
schemathesis.openapi.format("territory", TERRITORIES)
schemathesis.openapi.format("outlet", NAMES)
schemathesis.openapi.format("name", NAMES)
# A cursor belongs to the query that gave it and can't be made up: of those, none is given.
schemathesis.openapi.format("cursor", st.just(""))


@schemathesis.hook
def before_call(context: schemathesis.HookContext, case: schemathesis.Case, kwargs: dict[str, object]) -> None:
    """Write the earlier day first: an interval that ends before it begins is refused, which no schema can say."""
    query = case.query or {}
    first, last = query.get("from"), query.get("to")
    if isinstance(first, str) and isinstance(last, str) and first > last and last:
        query["from"], query["to"] = last, first


@schemathesis.hook
def filter_case(context: schemathesis.HookContext, case: schemathesis.Case) -> bool:
    """Every boundary is asked once: of the first address whose description has it, and of an article that is stored.

    Other addresses that are described alike are still asked for all examples, and at random.
    """
    boundary = case.meta and case.meta.phase.data
    if not isinstance(boundary, CoveragePhaseData) or boundary.scenario in EVERYWHERE:
        return True
    match boundary.parameter_location:
        case "query":
            own = dict(parameters(case.operation.definition.raw))
            varied = {boundary.parameter} if boundary.parameter else own.keys() & case.query
            return not varied <= described_before(case.operation, own)
        case "body":
            return case.path == "/v1/articles" and not boundary.description.startswith(OF_ONE_IN_A_LIST)
    return True


Described = dict[str, object]
EVERYWHERE = (CoverageScenario.DEFAULT_POSITIVE_TEST, CoverageScenario.UNSPECIFIED_HTTP_METHOD)
OF_ONE_IN_A_LIST = ("Single-item array: ", "Array with invalid items: ")


def described_before(operation: schemathesis.APIOperation, own: dict[str, Described]) -> set[str]:
    """Those of its own parameters that an address before it describes alike."""
    paths = operation.schema.raw_schema["paths"]
    before = list(paths)[: list(paths).index(operation.path)]
    return {name for path in before for name, told in parameters(paths[path].get("get", {})) if own.get(name) == told}


def parameters(operation: dict[str, list[Described]]) -> Iterator[tuple[str, Described]]:
    """Those of its query, whatever example they show."""
    for parameter in operation.get("parameters", []):
        if parameter["in"] == "query":
            yield str(parameter["name"]), parameter | {"example": None}


@schemathesis.hook
def filter_failure(
    context: schemathesis.HookContext, failure: Exception, case: schemathesis.Case, response: schemathesis.Response
) -> bool:
    """A value that is empty breaks no promise, nor does one in a list: it counts as none (see `allowEmptyValue`).

    The check of negative data looks at schemas alone, to which nothing is no whole number and no date. And whether a
    value violates a format of our own it can't know: only the names of countries are so few that no other will do.
    """
    kind = type(failure).__name__
    if kind == ACCEPTED and isinstance(case.body, dict) and any(value in (None, "") for value in case.body.values()):
        return False  # null and "" say that it is not known, for any member
    if kind == ACCEPTED and isinstance(case.body, dict) and case.body.get("url") is not None:
        return False  # an address that is none is left out and told, and the article taken
    if kind == "RejectedPositiveData":
        return beyond_schemas(response) is None
    if case.path.startswith("/v1/articles") and case.method != "GET":
        # In a list each article is judged by itself, and one that is refused has a result, with the id that it would
        # have had, but nothing that could be deleted.
        return not (kind == "EnsureResourceAvailability" or (kind == ACCEPTED and isinstance(case.body, list)))
    if kind != ACCEPTED:
        return True
    blamed, query = blamed_in(str(failure)), sent(response)
    return not blamed or any(
        "" not in query.get(name, [""]) and not (name in OURS and why.startswith("violates `format`"))
        for name, why in blamed
    )


def blamed_in(told: str) -> list[tuple[str, str]]:
    """Parameters of the query, each with what it violates: one of them stands in a line with that, several do not."""
    violated = {name: f"violates `{rule}`" for rule, name in re.findall(r"violates `(\w+)` at /properties/(\w+)", told)}
    several = [
        name for names in re.findall(r"parameters (.*) in query", told) for name in re.findall(r"`(\w+)`", names)
    ]
    alone: list[tuple[str, str]] = re.findall(r"parameter `(\w+)` in query - (.*)", told)
    return alone + [(name, violated.get(name, "")) for name in several]


def beyond_schemas(response: schemathesis.Response) -> str | None:
    """Why something that a schema allows is refused all the same, where no schema could say it."""
    problem = response.json()
    match problem["code"], problem["parameter"]:
        case "unknown-field", "q" if problem["detail"].startswith("articles can't be found by"):
            return "lists of articles take some of the fields within q, and the format is one for both"
        case "too-many-stretches", _:
            return "how many days there are between the first statement and the last depends on what is stored"
        case "invalid-article", "body" if (
            "lies in the future" in problem["detail"] or "first newspaper" in problem["detail"]
        ):
            return "a day of publication is one that newspapers had so far"
        case "invalid-article", "body" if problem["detail"].startswith("holds a NUL character"):
            return "a text with a NUL character is broken, and no schema need say so"
        case "invalid-article", "body" if problem["detail"].startswith("statements."):
            return "a span begins before it ends, and lies in the text"
        case "invalid-article", "body" if problem["detail"].startswith(("countries", "territories")):
            return "they are looked at beside statements alone, and then are lists of codes and names"
        case "invalid-article", parameter if parameter.startswith("/statements/"):
            return "members of a statement's speaker, cue and context are described where the API gives them out"
        case "invalid-article", "/language":
            return "not every word of two letters or more begins a language tag"
        case "invalid-article", "/url":
            return "JSON Schema's uri takes addresses without a host that could be asked"
    return None


def sent(response: schemathesis.Response) -> dict[str, list[str]]:
    """The query as it went over the wire, where null, nothing and an empty list are all the same."""
    return parse_qs(urlsplit(str(response.request.url)).query, keep_blank_values=True)
