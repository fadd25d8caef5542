"""Clouds' metadata: closed whatever else is open, under every name and in every wrapping."""

from ipaddress import IPv4Address, ip_address

import pytest

from indexer.inputs.result import Refusal
from indexer.web.address import is_public, is_public_or_private
from indexer.web.cloud_metadata import find_embedded, is_metadata
from indexer.web.connection import Gate

PLAIN = [
    *("169.254.169.254", "169.254.170.2", "169.254.170.23", "169.254.0.23", "169.254.42.42", "100.100.100.200"),
    *("192.0.0.192", "168.63.129.16", "fd00:ec2::254", "fd00:ec2::23", "fd20:ce::254", "fd00:42::42"),
]
WRAPPED = [
    *("::ffff:100.100.100.200", "64:ff9b::6464:64c8", "2002:6464:64c8::1", "::100.100.100.200", "2002:a83f:8110::"),
    *("fd00::5efe:6464:64c8", "fd12:3456::a83f:8110", "2600:1f00::a83f:8110"),
    # Prefixes of a network's own for NAT64, of 32, 40, 48, 56, 64 and 96 bits.
    *("2600:1f00:a83f:8110::", "2600:1f00:aaa8:3f81:10::", "2600:1f00:aabb:a83f:81:1000::"),
    *("2600:1f00:aabb:cca8:3f:8110::", "2600:1f00:aabb:ccdd:a8:3f81:1000:0", "2600:1f00:aabb:ccdd:0:1:a83f:8110"),
]


@pytest.mark.parametrize("address", PLAIN + WRAPPED)
def test_it_is_never_fetched_from(address: str) -> None:
    assert is_metadata(ip_address(address))
    assert not is_public(ip_address(address))
    assert not is_public_or_private(ip_address(address))


@pytest.mark.parametrize("address", ["168.63.129.17", "100.100.100.201", "fd00:ec1::254", "10.0.0.1", "2600:1f00::1"])
def test_neighbours_are_hosts_like_others(address: str) -> None:
    assert not is_metadata(ip_address(address))
    assert is_public_or_private(ip_address(address))


@pytest.mark.parametrize(
    "host", ["metadata.google.internal", "METADATA.google.Internal.", "metadata", "instance-data", "metadata.goog"]
)
def test_nor_by_a_name_wherever_that_leads(host: str) -> None:
    """A resolver within may give it an address that looks like any other."""
    gate = Gate(is_public_or_private, lambda host, port: ["10.0.0.7"])
    with pytest.raises(Refusal, match="is where a cloud keeps its machines' credentials"):
        gate.addresses(host, 80)
    assert gate.addresses("metadata.herald.example", 80) == [IPv4Address("10.0.0.7")]


def test_an_ipv4_address_is_found_wherever_it_may_stand() -> None:
    assert IPv4Address("1.2.3.4") in find_embedded(ip_address("2001:db8:102:304::"))  # type: ignore[arg-type]
    assert IPv4Address("1.2.3.4") in find_embedded(ip_address("2001:db8:1:0:1:203:400:0"))  # type: ignore[arg-type]
