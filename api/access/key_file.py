"""Keys that clients show: made here, kept as hashes in one file, found again in constant time.

A key is 256 random bits, so nobody can guess one from its hash, and a plain SHA-256 will do: slow hashes protect what
people think up. The file is read again whenever it changed, so a key counts at once, and one taken away no longer does.
"""

from __future__ import annotations

import fcntl
import hashlib
import hmac
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
from marshmallow import Schema, ValidationError, fields, post_load
from marshmallow.validate import Regexp

from schemas.files import whole_file

BEGINNING = "dem_"  # so that whoever finds one in a file or a log knows what it is
RANDOM_BYTES = 32
PRIVATE = 0o600


class KeysUnreadable(Exception):
    """The file of keys is there and is none."""


@dataclass(frozen=True, slots=True)
class Key:
    """`hash` is the hex SHA-256 of the key; `write` says that it may change the index; `made_on` is a day."""

    name: str
    hash: str
    write: bool
    made_on: str


class KeySchema(Schema):
    name = fields.String(required=True)
    hash = fields.String(required=True, validate=Regexp(r"[0-9a-f]{64}\Z"))
    write = fields.Boolean(required=True, truthy={True}, falsy={False})
    made_on = fields.String(required=True)

    @post_load
    def key(self, data: dict[str, Any], **_: object) -> Key:
        return Key(**data)


class FileSchema(Schema):
    keys = fields.List(fields.Nested(KeySchema), required=True)


class Keys:
    def __init__(self, path: Path):
        self.path = path
        self.lock = threading.Lock()
        self.stamp: tuple[int, int, int] | None = None
        self.known: tuple[Key, ...] = ()

    def find(self, text: str) -> Key | None:
        """Every key is compared, whichever fits, so that the time taken tells nothing."""
        hashed = hash_of(text)
        found = None
        for key in self.all():
            if hmac.compare_digest(key.hash, hashed):
                found = key
        return found

    def all(self) -> tuple[Key, ...]:
        """KeysUnreadable where the file is damaged or may not be read: then nobody is let in."""
        with self.lock:
            try:
                stat = self.path.stat()
                stamp = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
                if stamp != self.stamp:
                    self.known = read(self.path)
                    self.stamp = stamp
            except FileNotFoundError:
                self.known, self.stamp = (), None
            except OSError as error:
                raise KeysUnreadable(f"the file of keys {self.path} can't be read: {error.strerror}") from error
            return self.known

    def add(self, name: str, write: bool) -> str:
        """The new key, which is shown this once. ValueError where there is one of that name."""
        text = BEGINNING + secrets.token_urlsafe(RANDOM_BYTES)
        with self.edit() as keys:
            if any(key.name == name for key in keys):
                raise ValueError(f"there is a key named {name} already: remove it first, or choose another name")
            keys.append(Key(name, hash_of(text), write, datetime.now(UTC).date().isoformat()))
        return text

    def remove(self, name: str) -> None:
        """ValueError where there is none of that name."""
        with self.edit() as keys:
            left = [key for key in keys if key.name != name]
            if len(left) == len(keys):
                raise ValueError(f"there is no key named {name}")
            keys[:] = left

    @contextmanager
    def edit(self) -> Iterator[list[Key]]:
        """The keys, to change; written as one at the end, and by one process at a time."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with (self.path.parent / f".{self.path.name}.lock").open("ab") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            keys = list(self.all())
            yield keys
            with whole_file(self.path, PRIVATE) as file:
                file.write(orjson.dumps({"keys": [asdict(key) for key in keys]}, option=orjson.OPT_INDENT_2))


def read(path: Path) -> tuple[Key, ...]:
    """OSError, or KeysUnreadable, which never repeats what stands in the file."""
    try:
        found = FileSchema().load(orjson.loads(path.read_bytes()))
    except orjson.JSONDecodeError as error:
        raise KeysUnreadable(f"the file of keys {path} is damaged, it is no JSON: {error}") from error
    except ValidationError as error:
        raise KeysUnreadable(
            f"the file of keys {path} is damaged: it holds no keys as `demarche key add` writes them"
        ) from error
    return tuple(found["keys"])


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
