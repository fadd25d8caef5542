"""The page on which a reader says what is wrong with a statement."""
