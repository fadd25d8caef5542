from contextlib import suppress
from ipaddress import ip_address

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.inputs.result import Refusal
from indexer.web.address import is_public, is_public_or_private, target

PUBLIC = ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"]
PRIVATE = [
    *("10.0.0.1", "172.16.0.1", "192.168.1.1", "127.0.0.1", "127.8.8.8", "100.64.0.1", "::1", "fd00::1"),
    *("::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:a00:1::"),
]
NEVER = [
    *("0.0.0.0", "169.254.169.254", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.0.8", "192.88.99.1"),
    *("198.18.0.1", "192.0.2.1", "::", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "::10.0.0.1", "64:ff9b:1::1"),
    *("2001:db8::1", "3fff::1", "100::1", "5f00::1", "2001:0:4136:e378:8000:63bf:f5ff:fffe", "::ffff:169.254.169.254"),
]


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_fetched_from(address: str) -> None:
    assert is_public(ip_address(address))
    assert is_public_or_private(ip_address(address))


@pytest.mark.parametrize("address", PRIVATE)
def test_private_ones_only_if_the_operator_says_so(address: str) -> None:
    assert not is_public(ip_address(address))
    assert is_public_or_private(ip_address(address))


@pytest.mark.parametrize("address", NEVER)
def test_what_is_no_host_never(address: str) -> None:
    assert not is_public(ip_address(address))
    assert not is_public_or_private(ip_address(address))


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("file:///etc/passwd", "is neither http nor https"),
        ("ftp://host.example/a", "is neither http nor https"),
        ("javascript:alert(1)", "is neither http nor https"),
        ("//host.example/a", "is neither http nor https"),
        ("http:///a", "is an address without a host"),
        ("http://user:secret@host.example/", "holds a user name or password, and those are sent nowhere"),
        ("http://user@host.example/", "holds a user name or password, and those are sent nowhere"),
        ("http://host.example:25/", "names port 25, which is not the web's: use 80, 443 or one from 1024 on"),
        ("http://host.example:0/", "names port 0, which is not the web's: use 80, 443 or one from 1024 on"),
        ("http://host.example:99999/", "is no address that can be fetched"),
        ("http://host.example/\ud800", "is no address that can be fetched"),
        ("http://[::1/", "is no address that can be fetched"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(url: str, fault: str) -> None:
    with pytest.raises(Refusal) as refusal:
        target(url)
    assert str(refusal.value) == fault


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("HTTP://Host.Example", "http://host.example/"),
        ("http://host.example:80/a#part", "http://host.example/a"),
        ("https://host.example:8443/a?b=c", "https://host.example:8443/a?b=c"),
        (" https://host.example/été ", "https://host.example/%C3%A9t%C3%A9"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://host.example/a\r\nX-Header: 1", "http://host.example/a%0D%0AX-Header:%201"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
    ],
)
def test_addresses_are_asked_for_as_http_writes_them(url: str, asked: str) -> None:
    assert target(url).url == asked


@settings(deadline=None)
@given(
    st.text()
    | st.text(alphabet="htps:/@[].%1é\\?#\r\n\t 0x。")
    | st.builds("http://{}{}".format, st.text(alphabet="[]:@%.a1é\\ -"), st.text())
)
def test_whatever_a_link_says_is_an_address_or_refused(url: str) -> None:
    with suppress(Refusal):
        found = target(url)
        assert found.scheme in ("http", "https")
        assert found.path.isascii()
        assert not set(found.path) & set(" \r\n\t")
