"""Keeping an index current: `watcher` goes round folders and feeds until `stop` says so."""
