"""`demarche serve`: the API and the page over HTTP."""

from __future__ import annotations

import errno
import os
import socket
from dataclasses import replace

import click

from api.access.key_file import Keys, KeysUnreadable
from api.monitoring import counter_files, logs
from api.server.supervisor import Server
from schemas.command_settings import command_settings
from schemas.loopback import is_loopback
from schemas.settings import Settings
from search.errors import SearchError
from search.opening import open_engine

BACKLOG = 1024


def default_address() -> str:
    return command_settings().engine


def check_address(context: click.Context, parameter: click.Parameter, address: str) -> str:
    """The engine itself is opened by each worker: neither its threads nor its connections would survive the fork."""
    try:
        open_engine(address, make=False).close()
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    return address


def tell_what_is_wrong(asked: Settings) -> None:
    """Whoever mends it need not start the server anew."""
    try:
        Keys(asked.keys).all()
    except KeysUnreadable as error:
        click.echo(f"demarche: {error}", err=True)
    with open_engine(asked.engine, make=False) as engine:
        try:
            engine.status()
        except SearchError as error:
            click.echo(f"demarche: {error}", err=True)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; 0.0.0.0 for all.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 256), help="Processes that answer.")
@click.option(
    "--engine",
    default=default_address,
    callback=check_address,
    metavar="ADDRESS",
    show_default="$DEMARCHE_ENGINE, or an index in your data directory",
    help="embedded:///path, or https://user:password@host:9200 for Elasticsearch.",
)
def serve(host: str, port: int, workers: int, engine: str) -> None:
    """Serve the search page and the API until Ctrl-C.

    The log goes to standard error, one line a request: short on a terminal, else JSON. The engine may be away when the
    server starts, or hold no index yet, and articles may be indexed while it runs. Who may read and write, limits and
    the like are set by DEMARCHE_READING, DEMARCHE_KEYS, DEMARCHE_RATE and others, which docs/operations/settings.md
    lists. Where strangers may ask, put a proxy in front that encrypts.

    \b
    demarche serve
    demarche serve --host 0.0.0.0 --port 8080 --workers 4
    """
    asked = replace(command_settings(), engine=engine)
    logs.configure(asked.log)
    os.umask(asked.umask)
    listener = listen(host, port)
    if not asked.hosts and not asked.proxies and is_loopback(listener.getsockname()[0]):
        asked = replace(asked, hosts=("localhost",))
    tell_what_is_wrong(asked)
    counter_files.make()
    Server(asked, listener, workers).run()


def listen(host: str, port: int) -> socket.socket:
    """ClickException where it can't be had."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        return socket.create_server(address[:2], family=family, backlog=BACKLOG)
    except OSError as error:
        advice = "; another program listens there, try another --port" if error.errno == errno.EADDRINUSE else ""
        raise click.ClickException(f"can't listen at {host} port {port}: {error.strerror}{advice}") from None
