"""What somebody asks who speaks without a name: "asked not to be identified", "on condition of anonymity"."""

from __future__ import annotations

import re

_CONDITION = r"(?:(?:on|under) (?:the )?condition (?:of |that )?)"
_NAMED = r"(?:named|identified|quoted|cited)"
_NOT_NAMED = rf"(?:(?:he|she|they) )?(?:not to be|to not be|not be|to be) (?:\w+ )?{_NAMED}"
_UNNAMED = r"to (?:remain|stay|be) (?:anonymous|unnamed|unidentified|nameless)"
_WITHHELD = r"(?:that )?(?:his|her|their|its) [\w ]{1,30}?\b(?:not be|be withheld|be kept)\b"
_NAMELESS = r"to (?:give|reveal|disclose) (?:his|her|their) (?:\w+ )?(?:names?|identity|identities)\b"
NOT_NAMED = re.compile(
    rf"(?: reporters| us)? {_CONDITION}?"
    rf"(?:(?:for |on |of )?(?:\w+ )?anonymity\b|{_NOT_NAMED}\b|{_UNNAMED}\b|{_WITHHELD}|{_NAMELESS})",
    re.IGNORECASE,
)
ANONYMITY = re.compile(r"\banonymity\b", re.IGNORECASE)
