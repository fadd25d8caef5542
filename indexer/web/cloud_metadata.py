"""Where clouds keep their machines' credentials: what is there is fetched for nobody, whatever the settings open."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network

# Link-local addresses (169.254.0.0/16, fe80::/10) are closed as a whole; these stand here for what may wrap them.
ADDRESSES = frozenset(
    map(
        IPv4Address,
        (
            "169.254.169.254",  # Amazon, Google, Azure, IBM, Oracle, DigitalOcean, Hetzner, OpenStack
            "169.254.170.2",  # Amazon's containers
            "169.254.170.23",  # Amazon's Kubernetes
            "169.254.0.23",  # Tencent
            "169.254.42.42",  # Scaleway
            "168.63.129.16",  # Azure's agent: an address of the open internet by its number
            "100.100.100.200",  # Alibaba
            "192.0.0.192",  # Oracle
        ),
    )
)
NETWORKS = (
    IPv6Network("fd00:ec2::/32"),  # Amazon
    IPv6Network("fd20:ce::/32"),  # Google
    IPv6Network("fd00:42::/32"),  # Scaleway
)
NAMES = frozenset(
    (
        *("metadata", "metadata.google.internal", "metadata.goog"),
        *("instance-data", "instance-data.ec2.internal"),
        *("metadata.tencentyun.com", "metadata.platformequinix.com", "metadata.packet.net"),
        *("rancher-metadata", "metadata.nicdn.net", "api.metadata.cloud.ibm.com"),
    )
)


def is_metadata(ip: IPv4Address | IPv6Address) -> bool:
    if isinstance(ip, IPv4Address):
        return ip in ADDRESSES
    return any(ip in network for network in NETWORKS) or not ADDRESSES.isdisjoint(find_embedded(ip))


def names_metadata(host: str) -> bool:
    return host.lower().rstrip(".") in NAMES


def find_embedded(ip: IPv6Address) -> set[IPv4Address]:
    """All IPv4 addresses that it may stand for: a network may choose its own prefix for NAT64, of 32 to 96 bits, and
    bits 64 to 71 are left out (RFC 6052, 2.2); 6to4 has it behind 16 bits (RFC 3056).
    """
    octets = ip.packed
    spread = octets[:8] + octets[9:]
    return {IPv4Address(octets[12:])} | {IPv4Address(spread[at : at + 4]) for at in (2, 4, 5, 6, 7, 8)}
