"""Which addresses may be fetched: what a link may say, and where its host may really be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from indexer.inputs.result import Refusal
from indexer.web.cloud_metadata import is_metadata

DEFAULT_PORTS = {"http": 80, "https": 443}
FIRST_PORT = 1024  # below it only the web's own: mail, terminals and the like live there, and a link is anybody's

IPAddress = IPv4Address | IPv6Address
Allowed = Callable[[IPAddress], bool]

# What the ipaddress module of Python 3.11 calls global and is not: protocol assignments and 6to4 relays of IPv4 (RFC
# 6890, 7526), all of IPv6 outside global unicast (RFC 4291), its newer block for documentation (RFC 9637).
NOT_HOSTS = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"))
UNICAST = IPv6Network("2000::/3")
DOCUMENTATION = IPv6Network("3fff::/20")
NAT64 = IPv6Network("64:ff9b::/96")
PRIVATE = tuple(map(IPv4Network, ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")))
PRIVATE_6 = (IPv6Network("::1/128"), IPv6Network("fc00::/7"))


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart; `path` is what the request line carries, the query included."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        port = "" if self.port == DEFAULT_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{self.host}{port}"

    @property
    def url(self) -> str:
        return self.origin + self.path


def target(url: str) -> Target:
    """What to ask whom for; Refusal for what is no address of the web, or carries a password."""
    try:
        url.encode()  # what holds half of a surrogate pair can be written nowhere
        parsed = parse_url(url.strip())
    except (LocationParseError, UnicodeEncodeError):
        raise Refusal("is no address that can be fetched") from None
    if parsed.scheme not in DEFAULT_PORTS:
        raise Refusal("is neither http nor https")
    if not parsed.host:
        raise Refusal("is an address without a host")
    if parsed.auth is not None:
        raise Refusal("holds a user name or password, and those are sent nowhere")
    port = parsed.port if parsed.port is not None else DEFAULT_PORTS[parsed.scheme]
    if port < FIRST_PORT and port not in DEFAULT_PORTS.values():
        raise Refusal(f"names port {port}, which is not the web's: use 80, 443 or one from {FIRST_PORT} on")
    return Target(parsed.scheme, parsed.host, port, parsed.request_uri)


def is_public(ip: IPAddress) -> bool:
    """Whether it is a host of the open internet, in whatever form of IPv6 an IPv4 address is wrapped."""
    if is_metadata(ip):
        return False
    if isinstance(ip, IPv4Address):
        return ip.is_global and not ip.is_multicast and not any(ip in network for network in NOT_HOSTS)
    inner = unwrap(ip)
    return is_public(inner) if inner else ip.is_global and ip in UNICAST and ip not in DOCUMENTATION


def is_public_or_private(ip: IPAddress) -> bool:
    """For newsrooms that have pages within: this machine and private networks too, but never link-local addresses and
    others where clouds keep their machines' credentials.
    """
    if is_metadata(ip):
        return False
    if isinstance(ip, IPv4Address):
        return is_public(ip) or any(ip in network for network in PRIVATE)
    inner = unwrap(ip)
    return is_public_or_private(inner) if inner else is_public(ip) or any(ip in network for network in PRIVATE_6)


def unwrap(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that packets to this one end at: mapped, 6to4 (RFC 3056) and NAT64 (RFC 6052)."""
    if ip in NAT64:
        return IPv4Address(int(ip) & 0xFFFF_FFFF)
    return ip.ipv4_mapped or ip.sixtofour
