"""The search page: its form, its filters and its address."""
