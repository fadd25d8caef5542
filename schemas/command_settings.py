"""Settings as a command takes them: what is wrong with one is told as wrong use of the command."""

from __future__ import annotations

import click

from schemas.settings import Settings


def command_settings() -> Settings:
    """From the environment; click.UsageError names what can't be read."""
    try:
        return Settings.from_environment()
    except ValueError as error:
        raise click.UsageError(str(error)) from None
