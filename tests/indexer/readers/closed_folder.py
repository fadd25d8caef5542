"""A folder that nobody can look through, be it root: its path is longer than the system takes."""

import os
from pathlib import Path

NAME = "a" * 250


def too_deep(path: Path) -> Path:
    """Made below this one; the first whose path is too long."""
    here = os.open(path, os.O_RDONLY)
    while len(str(path)) < os.pathconf("/", "PC_PATH_MAX"):
        os.mkdir(NAME, dir_fd=here)
        here, above = os.open(NAME, os.O_RDONLY, dir_fd=here), here
        os.close(above)
        path /= NAME
    os.close(here)
    return path
