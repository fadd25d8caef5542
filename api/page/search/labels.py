"""What chosen values are called that do not tell it themselves: ids and outlets."""

from __future__ import annotations

from api.page.search.filters import Labels
from api.page.search.form import UNBOXED
from schemas.query import StatementQuery
from search.engine import View


def labels_of(view: View, query: StatementQuery) -> Labels:
    named = {name: query.filters[name] for name in ("source", *UNBOXED) if query.filters[name]}
    counted = view.value_counts(query, named) if named else {}
    return {name: {bucket.value: bucket.label for bucket in of} for name, of in counted.items()}
