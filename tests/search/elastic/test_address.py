"""Addresses of Elasticsearch."""

from __future__ import annotations

import pytest

from search.elastic.address import Address
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


def test_several_nodes_of_one_cluster() -> None:
    address = Address.parse("https://anna:p,w@one.example:9201,two.example,[::1]/es?index=news")
    assert address.nodes == ["https://one.example:9201/es", "https://two.example:9200/es", "https://[::1]:9200/es"]
    assert address.url == "https://one.example:9201,two.example:9200,[::1]:9200/es"
    assert address.credentials == ("anna", "p,w")


def test_a_node_named_twice_is_one() -> None:
    assert Address.parse("http://search,search:9200").nodes == ["http://search:9200"]
