"""Patterns of what stands within the phrase for an office or a body, and of the letters that it is known by."""

from __future__ import annotations

import re

JOINED_PLACES = re.compile(r"-|–| and |, |/")  # "the US-Polish commission"
A_NAME_BEHIND = re.compile(r",? [A-Z]")
ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z][A-Z0-9-]*")  # "PCG", "KCNA", "DjPN"
NAMED_ACRONYM = re.compile(rf"(?:[Tt]he )?(?P<letters>{ACRONYM.pattern})")
