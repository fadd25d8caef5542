"""Settings come from the environment, each named DEMARCHE_…; docs/operations/settings.md lists them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from environs import Env
from marshmallow import ValidationError
from marshmallow.validate import Range
from platformdirs import user_data_path, user_state_path

EXPORT_LIMIT = 100_000
ANSWER_SECONDS = 10.0
MAX_BODY = 2_000_000  # bytes
MAX_SPLIT = 200_000  # characters: some seconds of splitting
RATES = re.compile(r"[1-9]\d* ?(/|per) ?(\d+ ?)?(second|minute|hour|day)s?")
CONTACT = re.compile(r"[\x21-\x7e]*")
HOST = re.compile(r"(\*\.)?[a-z0-9._-]+|\[[0-9a-f:.]+\]", re.ASCII)
OPEN_TO_NOBODY = "077"  # as umask has it: files for their owner alone
UMASK = re.compile(r"0?0[0-7]{2}", re.ASCII)
ORIGIN = re.compile(r"\*|https?://[A-Za-z0-9.-]+(:\d{1,5})?", re.ASCII)
DEFAULT_PORT = re.compile(r"http:.*:80|https:.*:443")


class Reading(StrEnum):
    """Who may read: anybody, or whoever has a key."""

    OPEN = "open"
    KEY = "key"


class Reports(StrEnum):
    """Whether readers of the page may report what is wrong: only behind keys, always or never."""

    BEHIND_KEYS = "behind-keys"
    ON = "on"
    OFF = "off"


class LogForm(StrEnum):
    """How a line of the log is written: for programs, or for people."""

    JSON = "json"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Settings:
    """`engine` is an address as `search.opening.open_engine` takes it.

    `export_limit` is how many statements an export holds at most, `answer_seconds` how long a search may take, and each
    piece of an export, `max_body` how many bytes may be sent, `max_split` how many characters of text one request may
    have split. `keys` is the file of keys (api/access/key_file.py). `rate` and `write_rate` are requests a client may
    make ("600/minute"), "" for any number. `cors` are the origins whose pages may read ("*" for all). `proxies` is how
    many proxies of our own stand before us, whose X-Forwarded-… headers are true. `hosts` are the names that the server
    answers as ("*.host.example" for all below), none for any name.

    `reports` says whether readers may report what is wrong, `reports_file` is where that is kept
    (api/reports/report_file.py).

    `umask` is what is taken from the rights of every file and folder made.

    `fetch_contact` is how whose pages are fetched may reach us, `fetch_private` whether pages of private networks may
    be fetched, `fetch_state` the file that holds what was fetched before (indexer/watcher/history.py). `people` is
    the table of people and offices (schemas/identity/people_file.py), None for none. `debug` logs
    the traceback of what went wrong unforeseen. `log` is the form of log lines, None for what fits where they go.
    """

    engine: str
    export_limit: int = EXPORT_LIMIT
    answer_seconds: float = ANSWER_SECONDS
    keys: Path = field(default_factory=lambda: data_folder() / "keys.json")
    reading: Reading = Reading.OPEN
    max_body: int = MAX_BODY
    max_split: int = MAX_SPLIT
    rate: str = ""
    write_rate: str = ""
    cors: tuple[str, ...] = ()
    proxies: int = 0
    hosts: tuple[str, ...] = ()
    reports: Reports = Reports.BEHIND_KEYS
    reports_file: Path = field(default_factory=lambda: data_folder() / "reports.ndjson")
    umask: int = int(OPEN_TO_NOBODY, 8)
    fetch_contact: str = ""
    fetch_private: bool = False
    fetch_state: Path = field(default_factory=lambda: state_folder() / "fetched.sqlite")
    people: Path | None = None
    debug: bool = False
    log: LogForm | None = None

    @classmethod
    def from_environment(cls) -> Settings:
        """ValueError (environs' own) names the variable that can't be read."""
        env = Env(prefix="DEMARCHE_")
        return cls(
            engine=env.str("ENGINE", default=default_engine()),
            export_limit=env.int("EXPORT_LIMIT", default=EXPORT_LIMIT, validate=Range(min=1)),
            answer_seconds=env.float("ANSWER_SECONDS", default=ANSWER_SECONDS, validate=Range(min=0.1, max=600)),
            keys=env.path("KEYS", default=data_folder() / "keys.json"),
            reading=env.enum("READING", default=Reading.OPEN, enum=Reading, by_value=True),
            max_body=env.int("MAX_BODY", default=MAX_BODY, validate=Range(min=1)),
            max_split=env.int("MAX_SPLIT", default=MAX_SPLIT, validate=Range(min=1)),
            rate=env.str("RATE", default="", validate=check_rate),
            write_rate=env.str("WRITE_RATE", default="", validate=check_rate),
            cors=tuple(env.list("CORS", default=[], subcast=str.strip, validate=check_origins)),
            proxies=env.int("PROXIES", default=0, validate=Range(min=0, max=10)),
            hosts=tuple(env.list("HOSTS", default=[], subcast=host, validate=check_hosts)),
            reports=env.enum("REPORTS", default=Reports.BEHIND_KEYS, enum=Reports, by_value=True),
            reports_file=env.path("REPORTS_FILE", default=data_folder() / "reports.ndjson"),
            umask=int(env.str("UMASK", default=OPEN_TO_NOBODY, validate=check_umask), 8),
            fetch_contact=env.str("FETCH_CONTACT", default="", validate=check_contact),
            fetch_private=env.bool("FETCH_PRIVATE", default=False),
            fetch_state=env.path("FETCH_STATE", default=state_folder() / "fetched.sqlite"),
            people=Path(told) if (told := env.str("PEOPLE", default="", validate=check_people)) else None,
            debug=env.bool("DEBUG", default=False),
            log=env.enum("LOG", default=None, enum=LogForm, by_value=True),
        )

    @property
    def takes_reports(self) -> bool:
        return self.reports is Reports.ON or (self.reports is Reports.BEHIND_KEYS and self.reading is Reading.KEY)


def check_rate(text: str) -> None:
    if text and not RATES.fullmatch(text):
        raise ValidationError("write a rate such as 600/minute, or nothing for any number of requests")


def check_people(path: str) -> None:
    from schemas.identity.people_file import read_people  # here, for most commands have no such table

    try:
        if path:
            read_people(Path(path))
    except OSError as error:
        raise ValidationError(f"{path} can't be read: {error.strerror}") from None
    except ValueError as error:
        raise ValidationError(str(error)) from None


def check_contact(text: str) -> None:
    if not CONTACT.fullmatch(text):
        raise ValidationError("write an address of the web or of mail, without spaces")


def check_origins(origins: list[str]) -> None:
    wrong = [origin for origin in origins if not ORIGIN.fullmatch(origin)]
    if wrong:
        raise ValidationError(f"{wrong[0]!r} is no origin: write https://host, several with commas between, or *")
    for origin in origins:
        if DEFAULT_PORT.fullmatch(origin):
            raise ValidationError(f"{origin!r} never matches: browsers leave out the port that is the default")


def host(text: str) -> str:
    return text.strip().lower()


def check_hosts(hosts: list[str]) -> None:
    wrong = [host for host in hosts if not HOST.fullmatch(host)]
    if wrong:
        raise ValidationError(f"{wrong[0]!r} is no name of a host: write search.example, without scheme and port")


def check_umask(text: str) -> None:
    """Its owner can't do without reading and writing, and searching through folders."""
    if not UMASK.fullmatch(text):
        raise ValidationError("write three octal digits: 077 for files of their owner alone, 027 to let its group read")


def default_engine() -> str:
    """The embedded engine, in the user's data directory."""
    return f"embedded://{data_folder() / 'index'}"


def data_folder() -> Path:
    path: Path = user_data_path("demarche", appauthor=False)
    return path


def state_folder() -> Path:
    path: Path = user_state_path("demarche", appauthor=False)
    return path
