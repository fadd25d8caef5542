"""Pages of speakers and countries."""
