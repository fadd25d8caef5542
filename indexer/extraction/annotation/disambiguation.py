"""Names of places that mean something else: a person called Jordan, the state of Georgia, the other Congo."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from indexer.extraction.annotation.gazetteer import Toponym, fold, names_by_first_word
from indexer.extraction.lang.word_lists import listed
from indexer.extraction.model.annotation import ToponymKind

# Countries and capitals that are also first names or surnames.
NAMES_OF_PEOPLE = listed(
    "Chad Jordan Georgia Israel India Kenya Ireland Malta Cuba France Holland England Brazil Wales Scotland "
    "Dominica Montserrat Jersey Paris London Berlin Sofia Lima Victoria Kingston Santiago Washington Vienna "
    "Rome Milan Havana Lisbon Finn Dane Scot Pole Lao German Guinea Asuncion Brit Cyprus Nepal Wellington "
    "Georgetown French English Irish Holland"
)
ADJECTIVES = listed("German French English Irish Lao")  # surnames, but no first names: "German State Secretary"
TITLES = listed(
    "Mr Mrs Ms Miss Dr Sir Dame Lord Lady Prof Professor Senator Sen Rep Representative Congressman "
    "Congresswoman Governor Gov President Minister Secretary Judge Justice General Gen Colonel Col Captain "
    "Major Ambassador Mayor Premier Commissioner Chancellor Detective Inspector Pastor Bishop Father Sister "
    "Brother King Queen Prince Princess Sheikh Coach"
)
OPENERS = listed(
    "Last Next Late Early Two Three Four Five He She They It We I You The A An In On At To For From By With Of "
    "And But Or If As When While After Before Since Because Although Though That This These Those Its His Her "
    "Their Our My What Which Who How Why Where Both Like Unlike Against Between Under Only Even Yet So Now Then "
    "Today Yesterday Meanwhile Also Not No Neither Nor All Some Many Most Few Every Each Another Other Once "
    "Until Can Will Would Could Should Is Are Was Were Has Have Had Does Did Do Let Here There Despite Across "
    "Inside Outside Near South North East West Northern Southern Eastern Western Central Former Greater "
    "Mainland Modern New Old Later Earlier Monday Tuesday Wednesday Thursday Friday Saturday Sunday January "
    "February March April June July August September October November December Over Through Into Within "
    "Without During Among Around Towards Beyond Asked Given"
)
OFFICES = listed(
    "Foreign Prime Defence Defense Interior Finance Deputy Vice President Minister Ministry King Queen "
    "Ambassador Government Army Navy Police Embassy Parliament Secretary Premier Chancellor Energy Trade "
    "Economy Justice Health Central National Supreme Emir Sultan Crown Prince"
)
NO_FIRST_NAMES = listed(
    "Air Radio Bank Team Visit Royal Great New Republic Kingdom State Saint Port Lake Mount University Hotel"
)
BEFORE_A_PLACE = listed(
    "in to from of across near against between with into via through and by for inside outside over"
)

TOLD = listed("Congo Congolese Korea Korean Koreans Dominican Dominicans")  # by the rest of the article

AMERICAN = re.compile(
    r"\b(?:Atlanta|Savannah|Augusta|Macon|Fulton County|Senators?|Sen\.|Gov\.|Republicans?|Democrats?|GOP|Congress"
    r"|Texas|Florida|Alabama|Tennessee|Carolina|Ohio|Michigan|Pennsylvania|Arizona|Nevada|Wisconsin"
    r"|Virginia|Iowa|California|state legislature)\b"
)
GEORGIAN = re.compile(
    r"\b(?:Tbilisi|Georgians?|Abkhaz\w*|Ossetian?s?|Batumi|Kutaisi|Zugdidi|Gori|Poti|Rustavi|Adjara|Caucasus|Black Sea"
    r"|Armenian?s?|Azerbaijan\w*|Baku|Yerevan|Moldovan?s?|Eurasian?)\b"
)
KINSHASA = re.compile(
    r"\b(?:Democratic Republic|DRC?|Kinshasa|Goma|Kivu|Katanga|Lubumbashi|Ituri|M23|Bukavu|Kisangani|Rwandan?)\b"
)
BRAZZAVILLE = re.compile(r"Brazzaville|(?<!Democratic )Republic of (?:the )?Congo|Pointe-Noire")


@dataclass(frozen=True, slots=True)
class Reading:
    """ToponymKind one article is to be read, told by the rest of its words."""

    named: frozenset[str]  # codes that the article names in a way that leaves no doubt
    by_word: Mapping[str, frozenset[str]]  # codes by the first word of the names that mean them
    surnames: frozenset[str]  # words such as "Jordan" that somebody here has for a surname
    american_georgia: bool
    other_congo: bool

    @classmethod
    def of(cls, text: str, found: Sequence[Toponym]) -> Reading:
        words = {name.words[0] for name in found}
        named = {code for name in found if not name.doubtful and name.words[0] not in TOLD for code in name.codes}
        american = "Georgia" in words and len(AMERICAN.findall(text)) > len(GEORGIAN.findall(text))
        congo = bool({"Congo", "Congolese"} & words)
        other_congo = congo and BRAZZAVILLE.search(text) is not None and KINSHASA.search(text) is None
        by_word: dict[str, set[str]] = {}
        for name in found:
            by_word.setdefault(name.words[0], set()).update(name.codes)
        surnames = frozenset(word for word in words & NAMES_OF_PEOPLE if _bears_it(text, word))
        frozen = {word: frozenset(codes) for word, codes in by_word.items()}
        return cls(frozenset(named), frozen, surnames, american, other_congo)

    def names_otherwise(self, word: str, codes: tuple[str, ...]) -> bool:
        """Whether the article names one of `codes` by another word: "Amman" beside "Jordan"."""
        return any(other != word and meant & set(codes) for other, meant in self.by_word.items())

    def codes(self, name: Toponym, text: str, start: int, end: int) -> tuple[str, ...]:
        """The codes that `name` means in this article; none if it means no country."""
        if name.doubtful:
            return tuple(code for code in name.codes if code in self.named)
        match name.words:
            case ("Georgia",):
                return () if self.american_georgia else name.codes
            case ("Congo",) | ("Congolese",):
                return ("CG",) if self.other_congo else ("CD",)
            case ("Dominican",) | ("Dominicans",):
                return ("DM",) if "DM" in self.named and "DO" not in self.named else ("DO",)
            case ("Korea",) | ("Korean",) | ("Koreans",):
                return ("KR",) if "KR" in self.named and "KP" not in self.named else ()
        if name.kind is ToponymKind.DEMONYM and is_language(text, start, end):
            return ()
        return name.codes


LANGUAGE_BEFORE = re.compile(r"\b(?:in|into|speaks?|speaking|spoke|spoken|fluent|from) \Z")
LANGUAGE_AFTER = re.compile(r"(?:-language|-speaking|-speakers?| language| translation| spelling)\b")
NO_NOUN = re.compile(r"[.,;:!?)”\"’]|\s+(?:and|or|but|that|when|with|to|at|on|for|before|as)\b|\s*\Z")


def is_language(text: str, start: int, end: int) -> bool:
    """ "In French", "the Russian-language channel": a tongue and no country."""
    if LANGUAGE_AFTER.match(text, end):
        return True
    return bool(LANGUAGE_BEFORE.search(text, max(0, start - 12), start) and NO_NOUN.match(text, end))


def _bears_it(text: str, word: str) -> bool:
    """Whether somebody in the text has `word` as a surname: "Nadia Jordan", "Ms Jordan"."""
    for match in re.finditer(rf"\b([A-Z][\w’'-]+)\.? {word}\b(?! [A-Z])", text):
        before = match[1]
        if before in TITLES or not (
            before in OPENERS or before in NO_FIRST_NAMES or before.isupper() or fold(before) in names_by_first_word()
        ):
            return True
    return False


def is_part_of_a_person(
    text: str,
    words: Sequence[tuple[int, int, str]],
    first: int,
    after: int,
    taken: AbstractSet[int],
    reading: Reading,
    codes: tuple[str, ...],
) -> bool:
    """ "Nadia Jordan", "Chad Morrow", and "Jordan replied" in an article that has a Nadia Jordan and no Amman."""
    word = fold(words[first][2])
    if word not in NAMES_OF_PEOPLE or after - first > 1:
        return False
    before = words[first - 1][2] if first and text[words[first - 1][1] : words[first][0]] in (" ", ". ") else ""
    following = words[after][2] if after < len(words) and text[words[first][1] : words[after][0]] == " " else ""
    named_first = before in TITLES or _may_be_a_first_name(before)
    if named_first and first - 1 not in taken and word in reading.surnames:
        return True
    if word in ADJECTIVES and text[words[first][0] : words[first][1]].isascii():  # "Germán" is a first name
        following = ""
    if following[:1].isupper() and not following.isupper() and following not in OFFICES and after not in taken:
        return before.lower() not in BEFORE_A_PLACE and following not in OPENERS
    lone = word in reading.surnames and before.lower() not in BEFORE_A_PLACE
    return lone and not reading.names_otherwise(word, codes)


def _may_be_a_first_name(word: str) -> bool:
    return word[:1].isupper() and word not in OPENERS and word not in NO_FIRST_NAMES and not word.isupper()
