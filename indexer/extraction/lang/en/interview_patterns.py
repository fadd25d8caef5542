"""What stands in and behind the labels of an interview or a transcript."""

from __future__ import annotations

import re

from indexer.extraction.lang.patterns import any_of
from indexer.extraction.lang.word_lists import word_list

FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
REMARK = re.compile(rf"(?:{any_of(word_list('remarks-in-labels'))})\b.*", re.IGNORECASE)  # "(on camera)"
LEADING_REMARK = re.compile(rf"\((?:{any_of(word_list('remarks-in-labels'))})\b[^()\n]{{0,30}}\):\s*", re.IGNORECASE)
HONORIFIC_NAME = re.compile(
    r"(?:\A|[(\s])(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Baroness|Hon|MR|MRS|MS|DR|SIR|DAME|LORD|LADY)\b\.? [A-Z]"
)
