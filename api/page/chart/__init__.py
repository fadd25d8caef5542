"""The picture over time: bars for what was found, on an axis, and what their parts are."""
