"""What tells that a paragraph goes on with an answer."""

from __future__ import annotations

import re

FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
