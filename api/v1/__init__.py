"""Version 1 of the API. What it answers today it answers tomorrow; members and parameters may be added."""
