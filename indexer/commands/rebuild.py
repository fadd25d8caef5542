"""`demarche rebuild`: make the index anew from its own articles."""

from __future__ import annotations

from collections import Counter
from contextlib import closing

import click

from indexer.commands.console.options import dask_option, existing_engine_option, patience_option, workers_option
from indexer.commands.console.prerequisites import needs_extraction
from indexer.commands.console.progress import count, not_split_lines, progress_bar
from indexer.commands.console.run import tell_if_cut_off, workers_of
from search.engine import Engine

UNCHANGED = "the old index stays in use; the same command begins anew"
CHANGED = "the new index is in use; the old one is removed by the next rebuild"


@click.command()
@workers_option
@dask_option
@patience_option
@existing_engine_option
@click.pass_context
@needs_extraction
def rebuild(context: click.Context, workers: int, dask_address: str | None, patience: float, engine: Engine) -> None:
    """Make the index anew from its own articles, without a moment in which it can't be searched.

    Due after an upgrade that changed how the index is laid out or how articles are split; `demarche status` says so.
    Articles that another version split are split again, the others only stored anew. Statements that came with their
    articles stay as they are. Searches go on over the old index, and what is written meanwhile is taken over. It needs
    room for a second index while it works. Cut off at any point, it leaves the old one in use.

    \b
    demarche rebuild
    demarche rebuild --dask tcp://scheduler:8786
    """
    from indexer.pipeline.remake import remake_with  # here, for spaCy takes a second that --help need not wait

    done, state = 0, UNCHANGED
    not_split: dict[str, str] = {}
    with (
        tell_if_cut_off(context, lambda: state),
        engine,
        workers_of(workers, dask_address) as splitters,
        progress_bar() as bar,
        closing(engine.rebuild(remake_with(splitters, engine.prepare, not_split))) as rebuilding,
    ):
        engine.be_patient(patience, lambda reason: bar.console.print(f"demarche: {reason}"))
        task = bar.add_task("", total=None)
        for rebuilt in rebuilding:
            done = rebuilt.articles
            state = CHANGED if rebuilt.in_use else UNCHANGED
            told = "in use; the old one waits for its last searches" if rebuilt.in_use else count(done, "article")
            bar.update(task, completed=done, total=rebuilt.total, description=told)
    for line in (f"{count(done, 'article')} rebuilt", *not_split_lines(Counter(not_split.values()))):
        click.echo(line)
