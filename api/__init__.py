"""HTTP in, HTTP out. Knows search/ and schemas/, never an engine."""
