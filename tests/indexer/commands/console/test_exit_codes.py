"""What `demarche` tells its caller is what its help says."""

import pytest

from indexer.commands import main
from indexer.commands.console.exit_codes import ENGINE, REFUSED, WORKER_DIED


@pytest.mark.parametrize(
    ("code", "told"), [(REFUSED, "something was refused"), (ENGINE, "the engine is away"), (WORKER_DIED, "a worker")]
)
def test_help_tells_each_of_them(code: int, told: str) -> None:
    assert f"; {code} {told}" in str(main.epilog)
