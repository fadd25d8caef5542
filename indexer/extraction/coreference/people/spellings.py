"""Whether two names are one person's in other spellings."""

from __future__ import annotations

from rapidfuzz.fuzz import ratio

# Ratios of rapidfuzz: "mehdiyev" and "mekhtiyev" 82, "haciyev" and "hajiyev" 86, "ivanov" and "petrov" 50; "sergei" and
# "serhii" 67, "maria" and "anna" 22.
SAME_SURNAME = 80
SAME_FIRST_NAME = 55  # "Serhii" and "Sergei" 67, "Marcus" and "Anil" 20
OTHER_INITIAL = 75  # "Oleksandr" and "Aleksandr" 89, "Ana" and "Jan" 67


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of two words or more are spellings of one: never on a shared surname alone."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < len(longer) and set(shorter) <= set(longer):
        return True
    if one[-1] != other[-1] and ratio(one[-1], other[-1]) < SAME_SURNAME:
        return False
    if _differ_between(one, other):
        return False
    first, second = one[0], other[0]
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return ratio(first, second) >= (SAME_FIRST_NAME if first[0] == second[0] else OTHER_INITIAL)


def _differ_between(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """ "Tom R. Hale" and "Tom S. Hale"."""
    if len(one) != 3 or len(other) != 3:
        return False
    middle, others = one[1].rstrip("."), other[1].rstrip(".")
    return 1 in (len(middle), len(others)) and middle[0] != others[0]
