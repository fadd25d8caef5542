"""One spelling for each word of a name, whatever transliteration it is written in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from schemas.identity.tables import rows

Rules = Sequence[tuple[re.Pattern[str], str]]

# Each is applied to what those before it leave. Letters between slashes are what the rule makes equal.
RULES: Rules = [
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"dsch|dzh|dj", "j"),  # Dzhabbarov, Djabbarov / Jabbarov
        (r"tsch|tch", "ch"),  # Gorbatschev / Gorbachev
        (r"schtsch|shch|sch", "sh"),  # Schröder / Shröder
        (r"^hr(?=y|its|ish|inch)", "gr"),  # Hrytsenko / Grytsenko
        (r"^victor", "viktor"),  # Victorovich / Viktorovich
        (r"(?<=...)[aeiu](?:ddine?|ddeen|l?d(?:i|ee)n)$", "din"),  # Salahuddin, Saladin / Salah al-Din
        (r"^f[iy]od", "fed"),  # Fyodorov / Fedorov
        (r"(?<=[a-z]{3}[bcdfghklmnprstvz])(?:iy?|y)[eo](?=va?$)", "e"),  # Vasiliev / Vasilyev
        (r"(?<=ch|sh)o(?=va?$)", "e"),  # Chernyshov / Chernyshev
        (r"(?<=[bcdfghklmnprstvz])(?:[iy]o|ye)(?=va?$)", "e"),  # Solovyov / Solovyev, Khrushchyov / Khrushchev
        (r"^abd(?:el|al|ol|oul)(?=...)", "abdul"),  # Abdelnasser / Abdulnasser
        (r"(?<=...[aei])h$", ""),  # Fatimah / Fatima
        (r"zh", "j"),  # Zhelev / Jelev
        (r"kh", "h"),  # Khariton / Hariton
        (r"ch(?=o[su]$)", "h"),  # Vlachos / Vlahos
        (r"gh(?!t)|q(?!v|u[aeio]|$)", "g"),  # Araghchi / Araqchi
        (r"q$", "k"),  # Tariq / Tarik
        (r"ph", "f"),
        (r"(?<!n)dh", "d"),  # Kadhim / Kadim
        (r"ks(?!$)", "x"),  # Aleksis / Alexis
        (r"^tz", "ts"),
        (r"c(?=[oe]va?$)", "ts"),  # Kuznecov / Kuznetsov
        (r"(?<=[oe])ff$", "v"),  # Orloff / Orlov
        (r"(?<=[bdgkmnpstvz]o)w$", "v"),
        (r"^ye(?=[bcdfghjkmnprstvz]|l[^l])", "e"),  # Yermakov / Ermakov
        (r"(?<=[aeiou])y(?=ev)", ""),  # Aliyev / Aliev
        (r"[eo]{2}(?=va?$)", "e"),
        (r"ou|oo", "u"),  # Mahmoud / Mahmud
        (r"ee", "i"),  # Rasheed / Rashid
        (r"a[eä](?=[bcdfghjklmnprstxz])(?!l$)", "a"),  # Schaefer / Schafer
        (r"oe(?=[bcdfghjklmnprstxz])(?!l$)", "o"),
        (r"(?<![gq])ue(?=[bcdfghjklmnprstxz])(?!l$)", "u"),  # Mueller / Muller
        (r"(?<=[aeou])j(?=$|[bcdfghklmnprstvz])", "i"),  # Andrej / Andrei
        (r"(?<=a)ja$", "ia"),
        (r"ij(?=[aeou]|$)", "i"),  # Alijev / Aliev
        (r"(?<=.)y", "i"),  # Belsky / Belski
        (r"([a-z])\1+", r"\1"),  # Nasser / Naser
        (r"ogli$", "oglu"),
        (r"zad(a|ah|eh)$", "zade"),
    )
]
EAST_ASIAN_RULES: Rules = [
    (re.compile("^([ln])yu"), r"\1u"),  # Lyu / Lü
    (re.compile("oo"), "u"),
    (re.compile(r"([a-z])\1+"), r"\1"),
]  # Soo-min / Su-min
KOREAN_RULES: Rules = [
    (re.compile("young|yung"), "yeong"),  # Kyung-soo / Kyeong-su
    (re.compile("jung"), "jeong"),
    (re.compile("shi"), "si"),  # Won-shik / Won-sik
    *EAST_ASIAN_RULES,
]


@lru_cache(maxsize=1 << 13)
def word_key(word: str) -> str:
    """`word` is plain, as letters.py writes it; so is what is given."""
    return spellings().get(word) or spellings().get(key := _applied(RULES, word)) or key


def east_asian_key(word: str) -> str:
    """Of a given name, or a family name, that is Chinese or Korean: other letters are alike in these."""
    return _applied(EAST_ASIAN_RULES, word)


def korean_key(word: str) -> str:
    """Of a given name that is Korean."""
    return _applied(KOREAN_RULES, word)


def _applied(rules: Rules, word: str) -> str:
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word


@cache
def spellings() -> Mapping[str, str]:
    """The form of spellings.csv by each of the others, as they are written there and as the rules write them."""
    found = {}
    for row in rows("spellings"):
        for word in (row["form"], *row["others"].split()):
            found[word] = found[_applied(RULES, word)] = row["form"]
    return found
