"""The way to the server: its address, the official client, its faults, and waiting for it."""
