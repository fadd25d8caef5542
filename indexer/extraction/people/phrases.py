"""Phrases that name an office or a body: "Russia's deputy foreign minister", "the ministry", "head of the border service".

A phrase is found from its noun outwards: to the left over what describes it, to the right over "of …", "for …" and the
like. What it says about whom it speaks for (countries, an organisation) is read off its words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from indexer.extraction.people.nouns import (
    BODIES,
    DETERMINERS,
    FORMER,
    NOBODYS,
    OFFICES,
    OPPOSED,
    PRIVATE,
    STOP,
)
from indexer.extraction.people.organisations import NamedOrganisation
from indexer.extraction.people.words import Word
from indexer.extraction.places.find import Place

LEFT = 7  # words looked at before the noun, and
RIGHT = 9  # after it
HOSTS = frozenset(("to", "in", "at", "near", "from"))  # the country after these is not the one spoken for
COMPLEMENTS = frozenset(("of", "for", "to", "in", "at"))
PLURAL_HEADS = frozenset(
    ["ministers", "officials", "diplomats", "ambassadors", "envoys", "lawmakers", "legislators", "senators", "representatives", "delegates", "advisers", "advisors", "leaders", "chiefs", "heads", "officers", "negotiators", "colleagues", "counterparts", "governments", "authorities", "forces", "delegations", "ministries", "mps", "aides", "deputies", "analysts", "experts", "residents", "witnesses", "activists", "economists", "guards", "capitals"]
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """`[start, end)` holds it all, `body` begins after the article; `head` is the noun, in lower case.

    `role` is None for a body. `organisation` is what the phrase names beside the office, or the body itself.
    `owner` is a possessive that is no place ("its", "the ministry's"). `nobody` is True if it speaks for no state.
    """

    start: int
    end: int
    body: int
    head: str
    determiner: str
    role: str | None
    organisation: str | None
    owner: str
    codes: tuple[str, ...]
    territories: tuple[str, ...]
    nobody: bool
    words: frozenset[str] = field(repr=False)

    @property
    def definite(self) -> bool:
        return self.determiner not in ("a", "an", "another", "one", "some", "several", "many", "two", "three")

    @property
    def plural(self) -> bool:
        return self.head in PLURAL_HEADS


@dataclass(frozen=True, slots=True)
class Ground:
    """The text with what is already known of it, by position."""

    text: str
    words: list[Word]
    starts: list[int]
    places: Sequence[Place]
    place_starts: list[int]
    organisations: Sequence[NamedOrganisation]
    organisation_starts: list[int]

    @classmethod
    def of(
        cls, text: str, words: list[Word], places: Sequence[Place], organisations: Sequence[NamedOrganisation]
    ) -> Ground:
        starts = [word.start for word in words]
        return cls(
            text,
            words,
            starts,
            places,
            [place.span.start for place in places],
            organisations,
            [each.start for each in organisations],
        )

    def places_in(self, start: int, end: int) -> Sequence[Place]:
        return self.places[bisect_left(self.place_starts, start) : bisect_left(self.place_starts, end)]

    def organisations_in(self, start: int, end: int) -> Sequence[NamedOrganisation]:
        return self.organisations[
            bisect_left(self.organisation_starts, start) : bisect_left(self.organisation_starts, end)
        ]

    def place_at(self, position: int) -> Place | None:
        index = bisect_right(self.place_starts, position) - 1
        return self.places[index] if index >= 0 and position < self.places[index].span.end else None

    def words_in(self, start: int, end: int) -> range:
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def adjacent(self, left: int) -> bool:
        """Whether only a blank lies between the word and the next."""
        return self.text[self.words[left].end : self.words[left + 1].start] in (" ", "\u00a0")


def find_phrases(ground: Ground, start: int = 0, end: int | None = None) -> list[Phrase]:
    """All phrases in `[start, end)`, none inside another."""
    found: list[Phrase] = []
    words = ground.words_in(start, len(ground.text) if end is None else end)
    index, floor = words.start, words.start
    while index < words.stop:
        low = ground.words[index].low
        is_noun = low in OFFICES or low in PRIVATE or low in BODIES
        if is_noun and not ground.words[index].possessive and not _is_verb(ground, index):
            head = _head(ground, index, words.stop)
            first = _leftmost(ground, head, floor)
            last = _rightmost(ground, head, words.stop)
            found.append(_phrase(ground, first, head, last))
            floor = index = last + 1
        else:
            index += 1
    return found


def _is_verb(ground: Ground, index: int) -> bool:
    """ "Who heads the office", "to head it", "guard them"."""
    word = ground.words[index]
    if word.low not in (
        "head",
        "heads",
        "guard",
        "guards",
        "forces",
        "force",
        "leads",
        "chair",
        "mission",
        "group",
        "groups",
        "park",
    ):
        return False
    before = ground.words[index - 1].low if index else ""
    return before in ("who", "which", "that", "to", "will", "would", "he", "she", "they") or (
        word.low in ("heads", "guard", "guards", "chair", "force", "forces") and _follows(ground, index) in DETERMINERS
    )


def _follows(ground: Ground, index: int) -> str:
    return ground.words[index + 1].low if index + 1 < len(ground.words) and ground.adjacent(index) else ""


def _head(ground: Ground, index: int, stop: int) -> int:
    """From "deputy" in "deputy foreign minister" to "minister": the last noun before the phrase turns or ends."""
    head = index
    for ahead in range(index + 1, min(index + 5, stop)):
        if not ground.adjacent(ahead - 1) or ground.words[ahead - 1].possessive:
            break
        low = ground.words[ahead].low
        if low in STOP or low in DETERMINERS:
            break
        if low in OFFICES or low in PRIVATE or low in BODIES:
            head = ahead
    return head


def _leftmost(ground: Ground, head: int, floor: int) -> int:
    """The first word of the phrase: its article, or whose it is."""
    first = head
    for index in range(head - 1, max(floor - 1, head - 1 - LEFT), -1):
        word = ground.words[index]
        if not _joined(ground, index):
            break
        if word.possessive:
            return _owner(ground, index, floor)
        if word.low in DETERMINERS:
            return index
        if word.low == "and" and _joins_portfolios(ground, index):
            continue
        if _stops(word) or word.low.isdigit():
            break
        first = index
    return first


def _stops(word: Word) -> bool:
    """Whether no phrase reaches over it. "US" is not "us"."""
    return (word.low in STOP and not (word.bare.isupper() and len(word.bare) > 1)) or word.low.endswith("ly")


def _joined(ground: Ground, index: int) -> bool:
    between = ground.text[ground.words[index].end : ground.words[index + 1].start]
    return between in (" ", "\u00a0", "' ", "’ ") or (
        between == ", " and ground.words[index + 1].low in ("trade", "and")
    )


def _joins_portfolios(ground: Ground, index: int) -> bool:
    """ "Economic and Trade Office", "trade and industry minister", but not "Baku and the minister"."""
    if index == 0 or index + 1 >= len(ground.words) or not ground.adjacent(index - 1):
        return False
    left, right = ground.words[index - 1], ground.words[index + 1]
    if left.low in OFFICES or left.low in BODIES or left.low in STOP or ground.place_at(left.start):
        return False
    return left.bare[0].isupper() == right.bare[0].isupper() and right.low not in DETERMINERS


def _owner(ground: Ground, index: int, floor: int) -> int:
    """ "Armenia's", "South Korea's", "the ruling party's"."""
    place = ground.place_at(ground.words[index].start)
    if place is not None:
        first = bisect_left(ground.starts, place.span.start)
        if first - 1 >= floor and ground.words[first - 1].low == "the" and ground.adjacent(first - 1):
            first -= 1
        return max(first, floor)
    first = index
    for before in range(index - 1, max(floor - 1, index - 5), -1):
        word = ground.words[before]
        if not ground.adjacent(before) or (word.low in STOP and word.low != "of"):
            break
        if word.low in DETERMINERS:
            return before
        if not word.bare[0].isupper() and ground.words[index].bare[0].isupper():
            break
        first = before
    return first


def _rightmost(ground: Ground, head: int, stop: int) -> int:
    """The last word: of the complement if there is one."""
    last = head
    while last + 2 < stop + 1 and last - head < RIGHT:
        turn = last + 1
        if turn >= stop or turn + 1 >= stop or not ground.adjacent(last) or ground.words[last].possessive:
            break
        preposition = ground.words[turn].low
        if (
            preposition not in COMPLEMENTS
            or not ground.adjacent(turn)
            or not _may_complete(ground, head, preposition, turn)
        ):
            break
        after = _complement(ground, turn + 1, stop)
        if after == turn:
            break
        last = after
    return last


def _may_complete(ground: Ground, head: int, preposition: str, turn: int) -> bool:
    low = ground.words[head].low
    if preposition == "of":
        return True
    if preposition == "for":
        times = {"months", "years", "days", "weeks", "hours", "decades", "year", "month", "week", "time", "minutes"}
        soon = {word.low for word in ground.words[turn + 1 : turn + 4]}
        return (
            low in OFFICES or low in ("ministry", "department", "agency", "office", "committee")
        ) and not soon & times
    if preposition == "to":
        return low in (
            "ambassador",
            "envoy",
            "representative",
            "adviser",
            "advisor",
            "delegate",
            "ambassadors",
            "mission",
            "aide",
        ) and (ground.words[turn + 1].bare[0].isupper() or ground.words[turn + 1].low in DETERMINERS)
    if low in BODIES:
        return ground.place_at(ground.words[turn + 1].start) is not None and low in (
            "embassy",
            "consulate",
            "office",
            "mission",
            "delegation",
        )
    following = ground.words[turn + 1]
    ahead = range(turn + 1, min(turn + 8, len(ground.words)))
    names_a_body = any(ground.words[i].low in BODIES and all(map(ground.adjacent, range(turn, i))) for i in ahead)
    return (
        (ground.place_at(following.start) is not None
        and following.bare[0].isupper())
        or names_a_body
        or (following.bare[0].isupper() and low in ("officials", "official", "authorities", "diplomats", "diplomat"))
    )


def _complement(ground: Ground, first: int, stop: int) -> int:
    """The last word of the noun phrase that begins at `first`, or `first - 1`."""
    last = first - 1
    capital = None
    index = first
    while index < min(first + 7, stop):
        word = ground.words[index]
        if index > first and (not ground.adjacent(index - 1) and not _joined(ground, index - 1)):
            break
        if word.low in DETERMINERS and index == first:
            index += 1
            continue
        is_capital = word.bare[0].isupper()
        if word.low == "and" and index > first and index + 1 < stop and _joins_portfolios(ground, index):
            index += 1
            continue
        if _stops(word) or word.low in DETERMINERS or word.bare[0].isdigit():
            break
        if index > first and not is_capital and word.low.endswith("ed"):
            break
        if capital and not is_capital and word.low not in BODIES and not ground.place_at(ground.words[index - 1].start):
            break
        if not is_capital and capital is None and index - first > 3:
            break
        if (
            not is_capital
            and ground.place_at(ground.words[index - 1].start)
            and index > first
            and not _ends_in_a_body(ground, index, stop)
        ):
            break
        capital = is_capital if not ground.place_at(word.start) else capital
        last = index
        index += 1
        if word.low in BODIES and not word.possessive and _follows(ground, last) not in BODIES:
            break
    return last


def _ends_in_a_body(ground: Ground, index: int, stop: int) -> bool:
    for ahead in range(index, min(index + 4, stop)):
        if ground.words[ahead].low in BODIES:
            return True
        if ground.words[ahead].low in STOP or not ground.words[ahead].bare[0].islower() or not ground.adjacent(ahead):
            return False
    return False


def _phrase(ground: Ground, first: int, head: int, last: int) -> Phrase:
    text, words = ground.text, ground.words
    start, end = words[first].start, _end(words[last])
    determiner = words[first].low if words[first].low in DETERMINERS else ""
    body = words[first + 1].start if determiner and first < last else start
    is_office = words[head].low in OFFICES or words[head].low in PRIVATE
    owned = next((i for i in range(head - 1, first - 1, -1) if words[i].possessive), None)
    owner = ""
    if determiner in ("its", "his", "her", "their"):
        owner = determiner
    elif owned is not None and not ground.place_at(words[owned].start):
        owner = text[start : _end(words[owned])]
    codes, territories = _speaks_for(ground, first, head, last)
    organisation = _organisation(ground, first, head, last, owned, is_office)
    role = _role(ground, first, head, last, owned, is_office)
    low = frozenset(word.low for word in words[first : last + 1])
    nobody = bool(
        words[head].low in PRIVATE
        or low & FORMER
        or (low & OPPOSED)
        or (not is_office and words[head].low in NOBODYS and "central" not in low)
        or ground.organisations_in(start, _border(ground, head, end))
        or any(words[i].low in NOBODYS and "central" not in low for i in range(head + 1, last + 1))
        or (owned is not None and words[owned].low in NOBODYS)
    )
    return Phrase(
        start,
        end,
        body,
        words[head].low,
        determiner,
        role,
        organisation,
        owner,
        () if nobody else codes,
        () if nobody else territories,
        nobody,
        low,
    )


def _end(word: Word) -> int:
    return word.start + len(word.bare)


def _border(ground: Ground, head: int, end: int) -> int:
    """Where the words that tell whom it speaks for end: "ambassador of A" before "to B"."""
    inside = ground.words_in(ground.words[head].end, end)
    for index in inside:
        low = ground.words[index].low
        if low in HOSTS and (low == "to" or not any(ground.words[i].low in BODIES for i in range(index, inside.stop))):
            return ground.words[index].start
    return end


def _speaks_for(ground: Ground, first: int, head: int, last: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    start, end = ground.words[first].start, ground.words[last].end
    places = ground.places_in(start, _border(ground, head, end))
    before = [place for place in places if place.span.start < ground.words[head].start]
    chosen = before or list(places)
    codes = {code for place in chosen for code in place.codes}
    territories = {name for place in chosen for name in place.territories}
    return tuple(sorted(codes)), tuple(sorted(territories))


def _organisation(ground: Ground, first: int, head: int, last: int, owned: int | None, is_office: bool) -> str | None:
    text, words = ground.text, ground.words
    if not is_office:
        begin = first + 1 if words[first].low in DETERMINERS and first < last else first
        return text[words[begin].start : _end(words[last])]
    for index in range(head + 1, last + 1):
        if words[index].low in ("of", "for", "in", "at"):
            begin = index + 1
            if begin <= last and words[begin].low in DETERMINERS:
                begin += 1
            inside = range(begin, last + 1)
            named = bool(begin <= last and ground.organisations_in(words[begin].start, words[last].end))
            if named or any(words[i].low in BODIES for i in inside):
                return text[words[begin].start : _end(words[last])]
            break
    begin = first + 1 if words[first].low in DETERMINERS else first
    for organisation in ground.organisations_in(words[first].start, words[head].start):
        return text[organisation.start : organisation.end]
    for index in range(head - 1, begin - 1, -1):
        if words[index].low in BODIES and words[index].low not in ("government", "army", "navy", "police", "military"):
            return text[words[begin].start : _end(words[index])]
    return None


def _role(ground: Ground, first: int, head: int, last: int, owned: int | None, is_office: bool) -> str | None:
    """The office without whose it is: "deputy foreign minister", "secretary of state for global affairs"."""
    if (
        not is_office
        or ground.words[head].low in PRIVATE
        or ground.words[head].low.startswith(("counterpart", "colleague"))
    ):
        return None
    words, text = ground.words, ground.text
    begin = first if owned is None else owned + 1
    while begin < head and (
        words[begin].low in DETERMINERS
        or words[begin].low in ("senior", "top", "new", "unnamed", "then")
        or ground.place_at(words[begin].start)
    ):
        begin += 1
    end = _end(words[head])
    index = head + 1
    if index < last and words[index].low in ("of", "for"):
        after = ground.words[index + 1]
        rest = range(index + 1, last + 1)
        whose = ground.places_in(after.start, words[last].end) and not any(words[i].low in BODIES for i in rest)
        body = any(words[i].low in BODIES for i in rest) or ground.organisations_in(after.start, words[last].end)
        if not whose and not body:
            end = _end(words[_before_a_host(words, index, last)])
    return text[words[begin].start : end]


def _before_a_host(words: list[Word], index: int, last: int) -> int:
    for i in range(index + 1, last + 1):
        if words[i].low in ("to", "in", "at"):
            return i - 1
    return last
