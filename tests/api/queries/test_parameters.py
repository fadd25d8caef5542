from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.language import Node, parse

ADDRESS = "/v1/statements"
NAMES = (
    *("country", "speaker_country", "about", "speaker", "source", "kind", "from", "to", "dates", "sort", "limit"),
    *("organisation", "act", "collapse", "cursor", "facets", "unknown"),
)


def faults(client: FlaskClient, query: str, address: str = ADDRESS) -> list[Any]:
    response = client.get(f"{address}?{query}")
    assert response.status_code == 400, response.text
    assert response.content_type == "application/problem+json"
    errors: list[Any] = response.json["errors"]
    assert {name: response.json[name] for name in errors[0]} == errors[0]
    return errors


@pytest.mark.parametrize(
    ("query", "code", "parameter", "hint"),
    [
        ("contry=AM", "unknown-parameter", "contry", "did you mean country?"),
        ("page=2", "unknown-parameter", "page", "there are about, act, "),
        ("q=a&q=b", "repeated-parameter", "q", None),
        ("limit=5&limit=5", "repeated-parameter", "limit", None),
        ("from=2023&from=2024", "repeated-parameter", "from", None),
        ("sort=newest&sort=oldest", "repeated-parameter", "sort", None),
        ("cursor=a&cursor=b", "repeated-parameter", "cursor", None),
        (
            "country=Korea",
            "unknown-country",
            "country",
            "did you mean KR (South Korea) or KP (North Korea)?",
        ),
        (f"speaker={',a' * 101}", "too-many-values", "speaker", "several parts"),
        (
            f"speaker={','.join(map(str, range(60)))}&source={','.join(map(str, range(70)))}",
            "too-many-values",
            "source",
            "parts",
        ),
        ("country=-AM", "unknown-operator", "country", 'to leave it out, write -country:"AM" in q'),
        ("source=-x", "unknown-operator", "source", 'to leave it out, write -source:"x" in q'),
        ("speaker_country=AM,QQ", "unknown-country", "speaker_country", "AM"),
        ("about=1", "unknown-country", "about", "AM"),
        ("kind=quoted", "unknown-value", "kind", None),
        ("source=%3F%3F", "unknown-value", "source", None),
        ("speaker=%3F%3F", "no-words", "speaker", None),
        ("organisation=%3F%3F", "no-words", "organisation", None),
        ("speaker_id=Anna+Petrosjan", "unknown-value", "speaker_id", "speaker takes words of a name"),
        ("target_id=Baku!", "unknown-value", "target_id", "facets tell the ids that there are"),
        ("facets=speaker", "unknown-value", "facets", "did you mean speaker_id?"),
        ("facets=countries", "unknown-value", "facets", "did you mean country?"),
        ("sort=date", "unknown-value", "sort", None),
        ("dates=spoken", "unknown-value", "dates", None),
        ("from=17.07.2023", "bad-date", "from", "2023-07-15"),
        ("from=2023-00", "bad-date", "from", "2023-07-15"),
        ("to=2023-13", "bad-date", "to", "2023-07-15"),
        ("from=2024&to=2023", "empty-interval", "from", "earlier date first"),
        ("act=shout", "unknown-value", "act", None),
        ("collapse=yes", "unknown-value", "collapse", None),
        ("collapse=1", "unknown-value", "collapse", None),
        ("limit=0", "out-of-range", "limit", None),
        ("limit=101", "out-of-range", "limit", None),
        ("limit=ten", "out-of-range", "limit", None),
        ("cursor=garbage", "bad-cursor", "cursor", "next"),
        ("q=%22open", "unbalanced-quote", "q", "close it"),
        ("q=a+AND", "lone-operator", "q", "AND"),
    ],
)
def test_mistakes_are_named(client: FlaskClient, query: str, code: str, parameter: str, hint: str | None) -> None:
    (fault,) = faults(client, query)
    assert (fault["code"], fault["parameter"]) == (code, parameter)
    assert (hint in fault["hint"]) if hint else not fault["hint"] or code == "no-words"


def test_a_mistake_in_the_words_has_its_place(client: FlaskClient) -> None:
    (fault,) = faults(client, "q=corridor+%22open")
    assert fault["position"] == 9


def test_all_mistakes_are_named_at_once(client: FlaskClient) -> None:
    found = faults(client, "q=%22a&country=QQ,XY&limit=0&foo=1")
    assert [(fault["code"], fault["parameter"]) for fault in found] == [
        ("unbalanced-quote", "q"),
        ("unknown-country", "country"),
        ("unknown-country", "country"),
        ("out-of-range", "limit"),
        ("unknown-parameter", "foo"),
    ]


def test_a_cursor_of_another_query_is_refused(client: FlaskClient) -> None:
    cursor = client.get(f"{ADDRESS}?limit=1").json["next"]
    (fault,) = faults(client, f"limit=1&country=AM&cursor={cursor}")
    assert fault["code"] == "bad-cursor"


@pytest.mark.parametrize("address", ["/v1/countries", "/v1/speakers", "/v1/organisations", "/v1/sources"])
@pytest.mark.parametrize("query", ["cursor=a", "sort=newest", "facets=kind", "limit=1001", "country=QQ", "q=%22a"])
def test_counts_are_as_strict(client: FlaskClient, address: str, query: str) -> None:
    assert faults(client, query, address)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300)
@given(st.text() | st.text('"-()*~:AORNDT/ a1é', max_size=30))
def test_no_words_can_break_it(client: FlaskClient, words: str) -> None:
    response = client.get(ADDRESS, query_string={"q": words})
    assert response.status_code in (200, 400)
    if response.status_code == 400:
        fault = response.json
        assert fault["parameter"] == "q"
        assert fault["hint"]
        assert fault["position"] is None or 0 <= fault["position"] <= len(words)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300)
@given(
    st.dictionaries(
        st.sampled_from(NAMES),
        st.lists(st.text(max_size=12) | st.sampled_from(["AM", "2023", "direct", "said", "newest", "5"]), max_size=3),
    )
)
def test_no_parameter_can_break_it(client: FlaskClient, parameters: dict[str, list[str]]) -> None:
    assert client.get(ADDRESS, query_string=parameters).status_code in (200, 400)


def test_bytes_that_are_no_text_can_not_break_it(client: FlaskClient) -> None:
    assert client.get(f"{ADDRESS}?q=%ff%fe&country=%ff").status_code == 400
    assert client.get(f"{ADDRESS}?q=%ff%fe+corridor").status_code == 200


@pytest.mark.parametrize("path", ["/v1/statements/some-01", "/v1/articles/some", "/v1/articles/some/copies"])
def test_what_takes_none_passes_none_over(client: FlaskClient, path: str) -> None:
    (fault,) = faults(client, "langage=en", path)
    assert (fault["code"], fault["parameter"]) == ("unknown-parameter", "langage")


def test_a_parameter_without_a_value_is_none(client: FlaskClient) -> None:
    assert client.get("/v1/articles/some?langage=").status_code == 404


PARSED = (
    "/?q=corridor",
    "/?q=corridor&country=AM&interval=year",
    "/?q=corridor+-road+zzzz&country=FR&source=caucasus-courier",  # finds nothing, and is told what would
    "/?q=corridor&country=Nowhere",
    "/?q=(corridor",
    "/?q=(corridor&country=Nowhere",
    "/v1/statements?q=corridor&facets=country,speaker_id,source&source=nowhere",
    "/v1/statements?q=corridor&collapse=true&sort=oldest",
    "/v1/statements?q=(corridor",
    "/v1/statements?q=(corridor&country=Nowhere",
    "/v1/statements.csv?q=corridor",
    "/v1/statements.atom?q=corridor",
    "/v1/articles?q=corridor",
    "/v1/countries?q=corridor",
    "/v1/speakers?q=corridor&prefix=a",
    "/v1/timeline?q=corridor",
)


@pytest.mark.parametrize("address", PARSED)
def test_words_are_parsed_once(client: FlaskClient, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    parsed = []

    def counting(q: str) -> Node | None:
        parsed.append(q)
        return parse(q)

    monkeypatch.setattr("search.language.query_text.parse", counting)
    assert client.get(address).data
    assert len([q for q in parsed if q]) == 1
