"""Where what a query finds stands in a text, and how that is marked."""
