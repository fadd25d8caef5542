"""Articles in, statements out. The rooms stand on each other as pyproject.toml lists them, commands/ on top."""
