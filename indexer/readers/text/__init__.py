"""Plain text: its encoding, its lines, and dumps of it."""
