"""Articles in, statements out: readers, extraction, pipeline and commands."""
