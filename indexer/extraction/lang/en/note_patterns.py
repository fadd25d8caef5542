"""How paragraphs begin that are about an article: "Editor's note: ", "Correction: ", "(Reporting by Ana Silva; …"."""

from __future__ import annotations

import re

_LABEL = r"(?:editor(?:s|['’]s|s['’])? note|corrections?|clarification)(?: \([^)\n]{1,40}\))? ?:"
_WORK = r"(?:reporting|editing|writing)"
_CREDIT = rf"\((?:additional )?{_WORK} by |additional {_WORK} by |{_WORK} by [^\n;]{{1,150}}; ?(?:additional )?{_WORK} "
NOTE = re.compile(rf"[\W_]{{0,4}}{_LABEL}|{_CREDIT}", re.IGNORECASE)
