"""The requests of one checkout, answered in this process: `python worker.py CHECKOUT STORE STATEMENTS REQUESTS`.

Run as a file by beside.py, with the code of that checkout and not of its own. The store is made if it is not there.
Each line of standard input names a request as "system number kind"; the answer is its milliseconds of the processor.
"""

import sys
import time
from pathlib import Path


def main(store: Path, statements: int, requests: int) -> None:
    from benchmarks.search import by_tantivy
    from benchmarks.search.building import fill, once
    from benchmarks.search.corpus import Maker, mix
    from benchmarks.search.ours import in_process
    from search.embedded.engine import EmbeddedEngine

    store.mkdir(parents=True, exist_ok=True)
    once(store / "embedded.built", lambda: fill(f"embedded://{store}/embedded", statements))
    kinds = mix(Maker(), requests)
    with EmbeddedEngine(store / "embedded") as engine:
        asks = {"ours": in_process(engine), "by hand": by_tantivy.asking(store / "embedded")}
        print("ready", flush=True)
        for line in sys.stdin:
            system, number, kind = line.strip().split("/", 2)
            begin = time.process_time()
            asks[system](kinds[kind][int(number)])
            print((time.process_time() - begin) * 1000, flush=True)


if __name__ == "__main__":
    sys.path[0] = sys.argv[1]
    main(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
