"""Patterns of English by which an article speaks of somebody once more, or tells who it is."""

from __future__ import annotations

import re

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
SEVERAL = re.compile(
    r"(?:(?:the|these|those|all|its) )?(?P<number>two|three|four|five|six|seven|both|many|several)?"
    r"(?: of (?:the|them))? ?(?:\w+ )?"
    r"(?P<noun>governments|delegations|countries|capitals|sides|parties|neighbours|neighbors|states|ministers|leaders|nations"
    r"|presidents|allies|foreign ministers)",
    re.IGNORECASE,
)
TWO_PEOPLE = re.compile(r"\b(?:two|both) (?:\w+ )?(?:ministers|leaders|presidents|premiers|envoys|diplomats)\Z")
JOINED_STATES = re.compile(r"(?:, and |, | and |, as well as | as well as | & )(?:the )?|-|–")

# What stands between a name and what is told of it.
WHICH = ", which "
APPOSED = re.compile(r", (?:also |now |then |currently )?|,? \(| [–—-] ")
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’]) \Z")
TELLS_MORE = re.compile(r", (?:aged )?\d{1,3}\b|, an? ")
NEXT_NAME = re.compile(r", [A-Z]\w+ [A-Z]")
WHO_LEADS = re.compile(
    r",? (?:who|which) (?:also |now |currently |has |had |once |is |was |has been )*"
    r"(?:speaks for|spoke for|speaking for|heads|leads|led|headed|represents|represented|chairs|runs|commands"
    r"|commanded|handles|directs|manages|oversees|took over|takes over|in charge of|works (?:for|at|in)|serves as"
    r"|advises|coordinates|chaired|appointed)\s"
)
A_SOMEBODY_WHO = re.compile(r", an? (?:[\w-]+ ){1,3}(?=who )")  # ", an Ethiopian who heads the office"

# What begins the words that name a speaker.
LEAD = re.compile(
    r"(?:on )?(?:(?:last|late|early|this) )*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:(?:the|a|an) )?[“\"‘']?",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"\A(?:the|a|an|its|his|her|their) ", re.IGNORECASE)
DOCUMENT = re.compile(
    r"\A(?:an? |the )?(?:\w+ ){0,2}?(?:statement|letter|note|report|post|message|communiqué|press release|document)"
    r" (?:of|by|from|issued by|released by|published by|signed by) ",
    re.IGNORECASE,
)
WITHIN = re.compile(r"\b(?:in|at|near|from|to|against|with) (?:the )?\Z")  # what stands behind does not speak

# For which country somebody speaks.
SENT = re.compile(r"\b(?:ambassador|envoy|representative|rapporteur|high commissioner)\b", re.IGNORECASE)
# What speaks for the country that stands beside it, though it is neither an office nor a body.
SIDES = re.compile(
    r"\b(?:side|leadership|troops|soldiers|sources?|negotiators?|camp|team|capital"
    r"|state (?:media|television|tv|radio|news agency|broadcaster))\b",
    re.IGNORECASE,
)
OFFICIALS_OF_A_TOWN = re.compile(
    r"\b(?i:officials?|authorities|police|administration|commanders?|officers?) in "
    r"(?P<town>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
# Offices that only one state has by that name, where its name is left out.
OFFICES_OF_ONE_STATE = (
    (
        re.compile(
            r"\b(?:senator|sen|rep|house speaker|governor|congress(?:wo)?man|treasury secretary"
            r"|secretary of state|defen[sc]e secretary|attorney general|press secretary)\b",
            re.IGNORECASE,
        ),
        "US",
    ),
    (
        re.compile(
            r"\b(?:foreign secretary|home secretary|chancellor of the exchequer|defence secretary)\b", re.IGNORECASE
        ),
        "GB",
    ),
    (re.compile(r"\b(?:pope|pontiff)\b", re.IGNORECASE), "VA"),
    (re.compile(r"\b(?:taoiseach|tánaiste)\b", re.IGNORECASE), "IE"),
)
