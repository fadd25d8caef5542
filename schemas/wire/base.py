"""What all schemas of the border have in common."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

import marshmallow


class Schema(marshmallow.Schema):
    """Writes every member that it has, or fails.

    marshmallow leaves out what an object lacks, and takes any AttributeError for that: a fault in the work behind a
    property would leave its member out of an answer that is called complete.
    """

    def get_attribute(self, obj: Any, attr: str, default: Any) -> Any:
        """KeyError or AttributeError for what is not there."""
        return obj[attr] if isinstance(obj, Mapping) else attrgetter(attr)(obj)
