"""An article's page: its text with the statements marked in it, and who speaks."""
