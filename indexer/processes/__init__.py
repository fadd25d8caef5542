"""Processes: those that share the work, how they are interrupted, and what keeps each fast."""
