"""How values read for people, in English and HTML."""
