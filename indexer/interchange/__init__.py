"""Articles that come with their statements: those of `demarche export`, and what others have annotated."""
