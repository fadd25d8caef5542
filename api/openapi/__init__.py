"""The API described: how routes are declared, the description for programs, and the same to read."""
