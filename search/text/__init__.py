"""How texts become words and shingles, and nothing of queries or engines."""
