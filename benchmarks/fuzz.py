"""Readers under inputs that nobody wrote: a fuzzer changes the tests' golden inputs, guided by which lines they reach.

    python -m benchmarks.fuzz html --minutes 10

Each input is read in this process, without the limits of `isolation`. Whatever a reader did not foresee is told once,
with the line where it was raised, and kept in the folder --keep, as is what takes longer than five seconds. The end
tells how many inputs were read, of how many kinds were the faults, and the longest time. Needs atheris:
pip install 'demarche[bench]'.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

import atheris

GOLDEN = Path(__file__).parents[1] / "tests" / "indexer" / "readers" / "golden"
SLOW = 5.0  # seconds of the processor
HANGS = 60  # seconds, after which the fuzzer itself ends
LONGEST = 65_536  # bytes
INSTRUMENTED = ("indexer.readers", "feedparser", "warcio", "tarfile", "zipfile", "csv", "w3lib", "email")

# What changes of single bytes seldom find.
TOKENS = (
    *("&#xd800;", "&#1114112;", "<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE", "<!ENTITY", "xml:base='http://[::1'"),
    *("http://[", "charset=hz", "charset=utf-7", "encoding='utf-16'", "type='application/xhtml+xml'", "mode='base64'"),
    *("<p>", "</p>", "<svg>", "<table>", '"@graph":[', '"@type":"NewsArticle"', "datePublished", "0000-00-00", "1e999"),
    *("99999999999999999999", "-1", "WARC/1.0\\x0d\\x0a", "Content-Length: ", "Transfer-Encoding: chunked\\x0d\\x0a"),
    *("Content-Encoding: gzip\\x0d\\x0a", "filedesc:", "\\x1f\\x8b\\x08\\x00", "PK\\x03\\x04", "PK\\x01\\x02", "ustar"),
    *(
        "17 path=aaaaaaaaa\\x0a",
        "GNU.sparse.map",
        "\\xff\\xfe",
        "\\xef\\xbb\\xbf",
        "\\x00",
        '\\"',
        "\\\\ud800",
        "\\x0a",
    ),
    *('\\"text\\":', '\\"quotes\\":[{', "BZh9", "\\xfd7zXZ\\x00"),
)


class Here:
    """Reads in this process, where the fuzzer sees which lines are reached."""

    def read(self, reader: object, source: object) -> Iterator[object]:
        yield from reader.read(source)  # type: ignore[attr-defined]


class Target:
    """Reads one input after another, and tells of each kind of fault once."""

    def __init__(self, name: str, keep: Path):
        keep.mkdir(parents=True, exist_ok=True)
        self.keep = keep
        self.faults: set[tuple[str, str, int]] = set()
        self.longest = 0.0
        from indexer.readers import dispatcher
        from indexer.readers.registry import readers

        def raised(error: Exception, doing: str, where: object) -> str:
            raise error

        dispatcher.tell_defect = raised
        self.suffix = next((suffix for reader in readers() if reader.name == name for suffix in reader.suffixes), "")
        self.dispatcher = dispatcher.Dispatcher(isolation=Here())  # type: ignore[arg-type]

    def read(self, data: bytes) -> None:
        from indexer.inputs.input import Input, Origin

        begun = time.process_time()
        try:
            for _ in self.dispatcher.articles(Input(Origin("a"), io.BufferedReader(io.BytesIO(data)), self.suffix)):
                pass
        except Exception as error:  # noqa: BLE001 - which is what is looked for
            self.fault(error, data)
        seconds = time.process_time() - begun
        if seconds > max(self.longest, 1.0):
            print(f"longest: {seconds:.1f} seconds for {len(data):,} bytes", flush=True)
        self.longest = max(self.longest, seconds)
        if seconds > SLOW:
            self.write(f"slow-{seconds:.0f}", data)

    def fault(self, error: Exception, data: bytes) -> None:
        place = traceback.extract_tb(error.__traceback__)[-1]
        kind = (type(error).__name__, place.filename, place.lineno or 0)
        if kind in self.faults:
            return
        self.faults.add(kind)
        print(f"fault: {type(error).__name__}: {error} in {place.filename}:{place.lineno}", flush=True)
        self.write(f"fault-{len(self.faults)}", data)

    def write(self, name: str, data: bytes) -> None:
        (self.keep / name).write_bytes(data)


def corpus(name: str, folder: Path) -> None:
    for path in GOLDEN.joinpath(name).iterdir():
        if not path.name.endswith(".expected.json") and not path.name.startswith("."):
            (folder / path.name).write_bytes(path.read_bytes())


def main() -> None:
    parser = argparse.ArgumentParser(description="Have a fuzzer look for what a reader does not foresee.")
    parser.add_argument("reader", choices=sorted(path.name for path in GOLDEN.iterdir() if path.is_dir()))
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--keep", type=Path, default=Path(".fuzz"), help="where inputs at fault are kept")
    asked = parser.parse_args()
    with atheris.instrument_imports(include=list(INSTRUMENTED)):
        target = Target(asked.reader, asked.keep / asked.reader)
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    corpus(asked.reader, folder)
    tokens = folder.with_suffix(".tokens")
    tokens.write_text("".join(f'"{token}"\n' for token in TOKENS), "utf-8")
    options = [
        f"-max_total_time={int(asked.minutes * 60)}",
        f"-max_len={LONGEST}",
        f"-timeout={HANGS}",
        f"-dict={tokens}",
    ]
    options += ["-rss_limit_mb=3000", "-print_final_stats=1", "-verbosity=0", f"-artifact_prefix={asked.keep}/"]
    atheris.Setup([sys.argv[0], *options, str(folder)], target.read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
