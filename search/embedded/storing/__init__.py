"""How articles get in and out."""
