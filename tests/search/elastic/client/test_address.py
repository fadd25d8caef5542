"""Addresses of Elasticsearch."""

from __future__ import annotations

from urllib.parse import quote, unquote

import pytest

from search.elastic.client.address import Address
from search.opening import open_engine


def test_the_shortest() -> None:
    assert Address.parse("http://search") == Address("http://search:9200", "demarche", None, None)


def test_all_of_it() -> None:
    address = Address.parse("https://anna:p%40ss%3A@search.example:443/es/?index=news&ca=/etc/ca.pem")
    assert address == Address("https://search.example:443/es", "news", ("anna", "p@ss:"), "/etc/ca.pem")


def test_version_6_hosts() -> None:
    assert Address.parse("http://[::1]:9201").url == "http://[::1]:9201"


def test_neither_print_nor_url_shows_the_password() -> None:
    address = Address.parse("https://anna:secret@search")
    assert "secret" not in repr(address) + address.url


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("ftp://search", "names no engine"),
        ("http://", "is http"),
        ("http://anna:secret@one,,two", "is http"),
        ("http://anna:secret@one,two:port", "port"),
        ("http://anna@search", "both user and password"),
        ("http://:secret@search", "both user and password"),
        ("http://anna:secret@search?indx=news", "no option 'indx'"),
        ("http://search?index=News", "'News' can't begin index names"),
        ("http://search?index=", "'' can't begin index names"),
        ("http://search?index=a/b", "can't begin index names"),
        ("http://search:port", "port"),
    ],
)
def test_faults_are_named_without_the_password(text: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault) as raised:
        open_engine(text)
    assert "secret" not in str(raised.value)


PASSWORDS = ["p@s", "p/s", "p#s", "p?s", "p%s", "p:s", "p,s", "p s", "p's", 'p"s', "p[s]s", "p℀s", "p@s/#?%d:, z"]


@pytest.mark.parametrize("password", PASSWORDS)
@pytest.mark.parametrize("nodes", ["one:9200", "one:9200,two", "one,one:port"])
def test_a_password_is_taken_as_written_or_refused_and_never_repeated(password: str, nodes: str) -> None:
    written = f"https://anna:Begins{password}Ends@{nodes}"
    try:
        open_engine(written).close()
        address = Address.parse(written)
    except ValueError as error:
        told = str(error)
    else:
        assert address.credentials == ("anna", unquote(f"Begins{password}Ends"))
        told = repr(address) + address.url
    assert not any(part in told for part in ("Begins", "Ends"))


@pytest.mark.parametrize("password", PASSWORDS)
def test_a_password_that_is_percent_encoded_is_taken(password: str) -> None:
    assert Address.parse(f"https://anna:{quote(password, safe='')}@one,two").credentials == ("anna", password)


@pytest.mark.parametrize(
    "text", ["https://anna:Secret", "https://anna:Secret@one,bert:Secret@two", "https://one/Secret@two"]
)
def test_what_may_be_a_password_is_not_repeated(text: str) -> None:
    with pytest.raises(ValueError, match="Elasticsearch address") as raised:
        Address.parse(text)
    assert "Secret" not in str(raised.value)
    assert raised.value.__cause__ is None


def test_several_nodes_of_one_cluster() -> None:
    address = Address.parse("https://anna:p,w@one.example:9201,two.example,[::1]/es?index=news")
    assert address.nodes == ["https://one.example:9201/es", "https://two.example:9200/es", "https://[::1]:9200/es"]
    assert address.url == "https://one.example:9201,two.example:9200,[::1]:9200/es"
    assert address.credentials == ("anna", "p,w")


def test_a_node_named_twice_is_one() -> None:
    assert Address.parse("http://search,search:9200").nodes == ["http://search:9200"]
