"""`demarche index` killed at twenty moments chosen by chance, and run again until it ends: nothing tells that from one
that nobody disturbed.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

from search.opening import open_engine
from tests.faults.commands import forked
from tests.faults.corpus import ARTICLES, contents

KILLS = 20


def test_killed_at_twenty_moments_it_ends_in_the_same_index(corpus: Path, addresses: tuple[str, str]) -> None:
    killed, undisturbed = addresses
    begun = time.monotonic()
    process = forked("index", corpus, "--workers", "1", "--engine", undisturbed)
    process.join()
    took = time.monotonic() - begun
    assert process.exitcode == 0

    seed = random.randrange(10**6)
    print(f"seed {seed}")
    chance = random.Random(seed)
    kills, stored = 0, [0]
    while kills < KILLS and stored[-1] < ARTICLES:
        process = forked("index", corpus, "--workers", "1", "--engine", killed)
        process.join(chance.uniform(0, took / 6))
        if process.is_alive():
            process.kill()
            kills += 1
        process.join()
        with open_engine(killed) as engine:
            stored.append(engine.status().articles)
    process = forked("index", corpus, "--workers", "1", "--engine", killed)
    process.join()
    assert process.exitcode == 0
    assert kills > KILLS / 2, "the moments were spread over the whole work"
    assert stored == sorted(stored), "what was stored is there for good"
    assert contents(killed) == contents(undisturbed)
