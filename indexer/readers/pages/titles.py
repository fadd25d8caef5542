"""An article's title without the name of its outlet, which pages and feeds add to it.

    Navy to sail - Gulf Ledger        Navy to sail | World | Gulf Ledger        Gulf Ledger: Navy to sail

Only what is known to be the outlet's name goes, from metadata or the host; or what the page's own heading leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from indexer.readers.pages.linked_data import ALIKE, letters

PARTED = re.compile(r"\s(?:[-–—|·•»«›‹~/\\]|::|\|\|)\s|\s?[|｜]\s?")
COLON = re.compile(r":\s")


def without_outlet(title: str, names: Collection[str], host: str = "", headings: Collection[str] = ()) -> str:
    """`names` are the outlet's, `headings` what else is said to be the article's title.

    After a colon the name may belong to the title: "Gulf Ledger: a history", so there a heading has the last word.
    """
    title = " ".join(title.split())
    of_host = {fold(host), fold(max(host.split(".")[:-1], key=len, default=""))}
    outlet = ({*map(fold, names)} | of_host) - {""}
    said = set(map(fold, headings)) - outlet
    marks = list(PARTED.finditer(title))
    for mark in marks:
        for part in (title[: mark.start()], title[mark.end() :]):
            if len(told := fold(part)) >= ALIKE and told in said:
                return part
    start, end = 0, len(title)
    while marks and fold(title[marks[-1].end() : end]) in outlet:
        end = marks.pop().start()
    while marks and fold(title[start : marks[0].start()]) in outlet:
        start = marks.pop(0).end()
    cut = title[start:end]
    if (colon := COLON.search(cut)) and fold(before := cut[: colon.start()]) in outlet:
        after = cut[colon.end() :]
        by_host_alone = fold(before) not in {*map(fold, names)}
        if fold(after) in said or not (by_host_alone or fold(cut) in said):
            return after
    return cut or title


def fold(name: str) -> str:
    """Its letters and digits, without "the": how "The Gulf Ledger" and gulf-ledger are known for one."""
    plain = letters(name)
    return plain.removeprefix("the") if name[:4].casefold() == "the " else plain
