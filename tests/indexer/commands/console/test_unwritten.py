import os
import subprocess
import sys
from pathlib import Path

SAYS = """
from indexer.commands.console.unwritten import drop_unwritten_output
import sys

sys.stdout.write("It rained.")
drop_unwritten_output()
sys.exit(7)
"""
HELD_BACK = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


def test_what_a_full_disk_does_not_take_is_told_no_second_time() -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-c", SAYS], env=HELD_BACK, stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert (ran.returncode, ran.stderr) == (7, "")


def test_what_can_be_written_is() -> None:
    ran = subprocess.run([sys.executable, "-c", SAYS], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (7, "It rained.", "")
