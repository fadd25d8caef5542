"""Keeping an index current: `loop` goes round `folders` and `feeds` until `stopping` says so."""
