"""Texts that a stranger might send to keep a server busy, of any length: each repeats what some rule looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import count

Shape = Callable[[int], str]

SYLLABLES = ("ka", "ro", "mi", "tel", "va", "su", "lin", "dor", "pe", "hax", "ny", "gol")
PLACES = (
    *("Armenia", "Baku", "Norway", "Lima", "Georgia", "the Congo", "Jordan", "Kyiv", "Somaliland", "the Kremlin"),
    *("Chad", "Taiwan", "Sofia"),
)
OFFICES = ("minister", "mayor", "ambassador", "official", "president", "spokesman", "general", "senator")
DATES = ("Monday", "July 5", "a day later", "last week", "in May", "2023-05-01", "yesterday", "the previous day")
BODIES = ("the High Commission", "the European Commission", "NATO", "the United Nations", "the alliance", "the bloc")
MARKS = ("“{}”", '"{}"', "‘{}’", "«{}»", "‹{}›", "``{}''", "„{}“", "'{}'", "<<{}>>")


def word(number: int) -> str:
    """No two numbers have the same."""
    number += len(SYLLABLES)
    made = ""
    while number:
        number, rest = divmod(number, len(SYLLABLES))
        made += SYLLABLES[rest]
    return made


def name(number: int) -> str:
    return word(number).capitalize()


def letters(number: int) -> str:
    number += 26 * 26
    made = ""
    while number:
        number, rest = divmod(number, 26)
        made += chr(ord("A") + rest)
    return made


def place(number: int) -> str:
    return PLACES[number % len(PLACES)]


def office(number: int) -> str:
    return OFFICES[number % len(OFFICES)]


def filled(size: int, pieces: Iterable[str], between: str) -> str:
    taken: list[str] = []
    length = 0
    for piece in pieces:
        taken.append(piece)
        length += len(piece) + len(between)
        if length >= size:
            break
    return between.join(taken)[:size]


def sentences(piece: Callable[[int], str]) -> Shape:
    """All in one paragraph."""
    return lambda size: filled(size, map(piece, count()), " ")


def paragraphs(piece: Callable[[int], str], between: str = "\n\n") -> Shape:
    return lambda size: filled(size, map(piece, count()), between)


def run(piece: str, before: str = "", after: str = "") -> Shape:
    return lambda size: before + piece * (size // len(piece)) + after


SAID: Mapping[str, Shape] = {
    "one sentence": sentences(lambda n: "The mayor said it would rain."),
    "offices without a country": sentences(lambda n: f"The {office(n)} said that the {word(n)} was {word(n + 5)}."),
    "offices in paragraphs": paragraphs(lambda n: f"The {office(n)} said that the {word(n)} was {word(n + 5)}."),
    "offices and dates": sentences(lambda n: f"The {office(n)} said on {DATES[n % 8]} that it {word(n)}."),
    "acronyms": sentences(lambda n: f"The {letters(n)} said it was ready."),
    "acronyms explained": sentences(
        lambda n: f"The {name(n)} {name(n + 1)} Group ({letters(n)}) said so. {letters(n)} left."
    ),
    "names": sentences(lambda n: f"{name(n)} {name(n * 7 + 3)} said it was late."),
    "names of one surname": sentences(lambda n: f"{name(n)} Silva said that Silva was late."),
    "surnames": sentences(lambda n: f"Mr {name(n)} said {name(n)} was late."),
    "names with offices": sentences(
        lambda n: f"{name(n)} {name(n + 9)}, the {word(n)} minister of {place(n)}, said so."
    ),
    "names with bodies": sentences(lambda n: f"{name(n)} {name(n + 2)}, who leads the {word(n)} ministry, said it."),
    "one name, many offices": sentences(lambda n: f"Ana Silva, the {word(n)} minister, said that Silva was late."),
    "names first in headlines": sentences(lambda n: f"{name(n)} Urges. {name(n)} {name(n + 1)} {name(n + 2)} said so."),
    "bodies": sentences(lambda n: f"The {name(n)} Ministry said the ministry of {word(n)} and its spokesman agreed."),
    "pronouns": sentences(lambda n: f"He said she said it {word(n)}."),
    "two people": sentences(lambda n: f"The two ministers and {place(n)} and {place(n + 1)} said they {word(n)}."),
    "places": sentences(lambda n: f"{place(n)} said that {place(3 * n + 1)} and {place(5 * n + 2)} {word(n)}."),
    "organisations": sentences(lambda n: f"{BODIES[n % 6]} said so."),
    "according": sentences(lambda n: f"According to the {word(n)} ministry, it rains."),
    "cues": sentences(lambda n: f"{name(n)} said that he denied that she claimed that they warned that it {word(n)}."),
    "cues in long sentences": sentences(lambda n: "said that " * 110 + f"it {word(n)}."),
    "occasions": sentences(lambda n: f"At the same meeting the minister said it {word(n)}."),
    "datelines": paragraphs(
        lambda n: f"BAKU, July {n % 28 + 1} (Newswire) - The minister said on Monday it {word(n)}."
    ),
    "shouted": sentences(lambda n: f"THE {word(n).upper()} MINISTER SAID IT."),
    "two words": paragraphs(lambda n: f"{word(n)} said"),
}
QUOTED: Mapping[str, Shape] = {
    "quotes": sentences(lambda n: f"“It is {word(n)}, we think so too,” {name(n)} {name(n + 3)} said."),
    "quotes of all marks": sentences(
        lambda n: MARKS[n % 9].format(f"It is {word(n)} and will be, we think.") + " she said." * (n % 2)
    ),
    "quotes without a cue": sentences(lambda n: f"“It is {word(n)} and will be so on Monday, we think.”"),
    "a sentence of quotes": sentences(lambda n: f"“It is {word(n)} and it will be so on Monday, as we think,” and"),
    "quotes in headlines": paragraphs(
        lambda n: f"“We will {word(n)} there now.”" if n < 9 else f"{name(n)} said: “We {word(n)} it.”"
    ),
    "open quotes": sentences(lambda n: f"“It is {word(n)} said the mayor"),
    "open quotes in paragraphs": paragraphs(lambda n: f"“It is {word(n)} and will be so said the mayor"),
    "nested quotes": lambda size: "“‘«" * (size // 6) + "»’”" * (size // 6),
    "quotes in quotes": sentences(lambda n: f"“He said ‘she said “we {word(n)} it all,” and left,’ she said."),
    "single marks": sentences(lambda n: f"‘{word(n)} the ministers’ plan"),
    "straight marks": run('"'),
    "apostrophes": run("s' "),
    "opening marks": run("‘a "),
    "long quotes": sentences(lambda n: f"“{'it rains and we go on as before ' * 60}{word(n)},” he said."),
    "one long quote": lambda size: f"“{filled(size, (f'It {word(n)} and pours.' for n in count()), ' ')}” he said.",
    "dates in an open quote": sentences(lambda n: f"“it was on Monday {word(n)}"),
    "an interview": paragraphs(lambda n: f"A: It will {word(n)}, and I hope so." if n % 2 else "Q: Will it last?"),
    "labels": paragraphs(lambda n: f"{name(n % 50)}: It is {word(n)} and {word(n + 1)}, I think{'?.'[n % 2]}"),
    "labels of many": paragraphs(lambda n: f"{name(n)}: It is {word(n)} here."),
}
BARE: Mapping[str, Shape] = {
    "one giant sentence": sentences(lambda n: f"and the minister said that {word(n)} would"),
    "a giant sentence of names": sentences(lambda n: f"and {name(n)} {name(n + 1)} of {place(n)} said that"),
    "a giant sentence of dates": sentences(lambda n: f"who as of {DATES[n % 8]} said that {word(n)}"),
    "dates": sentences(lambda n: DATES[n % 8]),
    "capitals": sentences(lambda n: word(n).upper()),
    "letters": sentences(letters),
    "a run of names": sentences(name),
    "pairs of names": sentences(lambda n: f"{name(n)} {name(n * 5 + 1)},"),
    "names of places": sentences(lambda n: f"{name(n)} Jordan and Ms Georgia met {place(n)}."),
    "a list of places": sentences(place),
    "one capital": run("Baku "),
    "capitals on lines": run("Baku\n"),
    "a country that is a state": run("Georgia "),
    "ministries": run("ministry of "),
    "ministers": run("minister "),
    "possessives": run("deputy foreign minister’s "),
    "headlines": sentences(lambda n: f"Foreign Minister Says Mayor And Ministry Of {name(n)} Agree"),
    "parentheses": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "parenthesised": sentences(lambda n: f"{name(n)} (the {word(n)} minister (of {place(n)}))"),
    "brackets": run("[("),
    "initials": run("A. "),
    "stops in a word": run("A."),
    "hyphens in a word": run("A-"),
    "apostrophes in a word": run("a’"),
    "one word": run("a"),
    "one line": sentences(word),
    "numbers": sentences(str),
    "one letter": run("A "),
    "two-word lines": paragraphs(lambda n: f"{word(n)} said that it", "\n"),
    "lines of one width": paragraphs(lambda n: f"the mayor said that the {word(n):>12} would not have been", "\n"),
    "blanks": run(" ", "He said it. ", "x said."),
    "blanks behind a capital": run(" ", "Baku", "-"),
    "blank lines": run("a\n \n"),
    "lines": run("\n", "a", "b"),
    "stops": run("."),
    "stops and blanks": run(". "),
    "dashes": run("—"),
    "a dateline of dashes": run("-", "BAKU ", " it rained in Baku, the minister said."),
    "dashes and blanks": run("- "),
    "commas": run(", "),
    "colons": run(": "),
    "accents": run("e\u0301"),
    "soft hyphens": run("a\u00ad"),
}
SHAPES: Mapping[str, Shape] = {**SAID, **QUOTED, **BARE}
