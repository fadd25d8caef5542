"""`demarche index` killed at twenty moments chosen by chance, and run again until it ends: nothing tells that from one
that nobody disturbed.
"""

from __future__ import annotations

import random
import signal
import time
from itertools import count
from pathlib import Path

from search.opening import open_engine
from tests.faults.commands import forked
from tests.faults.corpus import contents

KILLS = 20


def test_killed_at_twenty_moments_it_ends_in_the_same_index(corpus: Path, addresses: tuple[str, str]) -> None:
    killed, undisturbed = addresses
    begun = time.monotonic()
    process = forked("index", corpus, "--workers", "1", "--engine", undisturbed)
    process.join()
    took = time.monotonic() - begun
    assert process.exitcode == 0
    expected = contents(undisturbed)

    seed = random.randrange(10**6)
    print(f"seed {seed}")  # shown where the test fails
    chance = random.Random(seed)
    kills = 0
    for further in count():  # another index where one was finished between the kills
        address, stored = f"{killed}-{further}", [0]
        while True:
            process = forked("index", corpus, "--workers", "1", "--engine", address)
            process.join(chance.uniform(0, took / 6) if kills < KILLS else None)
            if process.is_alive():
                process.kill()
                kills += 1
            process.join()
            if process.exitcode == 0:
                break
            assert process.exitcode == -signal.SIGKILL
            with open_engine(address) as engine:
                stored.append(engine.status().articles)
        assert stored == sorted(stored), "what was stored is there for good"
        assert contents(address) == expected
        if kills == KILLS:
            return
