"""`demarche index` killed at twelve moments chosen by chance, and run again until it ends: nothing tells that from one
that nobody disturbed.
"""

from __future__ import annotations

import random
import signal
import subprocess
import time
from itertools import count
from pathlib import Path

from search.opening import open_engine
from tests.faults.commands import ONE, smaller_steps
from tests.faults.corpus import Contents, contents
from tests.forked import Forked

KILLS = 12  # on each engine


def begin(corpus: Path, address: str) -> Forked:
    return Forked("index", corpus, *ONE, "--engine", address, prepare=smaller_steps)


def test_killed_at_twelve_moments_it_ends_in_the_same_index(
    corpus: Path, addresses: tuple[str, str], undisturbed: Contents
) -> None:
    killed, whole = addresses
    begun = time.monotonic()
    process = begin(corpus, whole)
    process.communicate()
    took = time.monotonic() - begun
    assert process.returncode == 0

    seed = random.randrange(10**6)
    print(f"seed {seed}")  # shown where the test fails
    chance = random.Random(seed)
    kills = 0
    for further in count():  # another index where one was finished between the kills
        address, stored = f"{killed}-{further}", [0]
        while True:
            process = begin(corpus, address)
            try:
                process.wait(chance.uniform(0, took / 6) if kills < KILLS else None)
            except subprocess.TimeoutExpired:
                process.kill()
                kills += 1
            process.communicate()
            if process.returncode == 0:
                break
            assert process.returncode == -signal.SIGKILL
            with open_engine(address) as engine:
                stored.append(engine.status().articles)
        assert stored == sorted(stored), "what was stored is there for good"
        assert contents(address) == undisturbed
        if kills == KILLS:
            return
