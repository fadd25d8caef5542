"""`demarche delete`: take articles out of the index."""

from __future__ import annotations

import click

from indexer.commands.console.exit_codes import REFUSED
from indexer.commands.console.options import existing_engine_option
from search.engine import Engine
from search.errors import NotFound


@click.command()
@click.argument("article_ids", metavar="ID...", nargs=-1, required=True)
@existing_engine_option
@click.pass_context
def delete(context: click.Context, article_ids: tuple[str, ...], engine: Engine) -> None:
    """Remove articles and all their statements.

    An article's id stands in its address on the page and in the API: /articles/ID. If its file is still in a folder
    that is indexed again, it comes back.

    \b
    demarche delete 3k4fq2x7mz5w6n2a
    """
    missing = 0
    with engine:
        for article_id in article_ids:
            try:
                engine.delete(article_id)
                click.echo(f"{article_id} deleted")
            except NotFound:
                missing += 1
                click.echo(f"demarche: no article has the id {article_id}", err=True)
    if missing:
        context.exit(REFUSED)
