"""How paragraphs begin that are about an article: "Editor's note: ", "Correction: ", "(Reporting by Ana Silva; …"."""

from __future__ import annotations

import re

_LABEL = r"(?:editor(?:s|['’]s|s['’])? note|corrections?|clarification)\b[ \w,()]{0,40}:"
_CREDIT = r"(?:additional )?(?:reporting|editing|writing) by "
NOTE = re.compile(rf"[\W_]{{0,4}}(?:{_LABEL}|{_CREDIT})", re.IGNORECASE)
