"""How the indices are laid out, made and known, and the documents in them."""
