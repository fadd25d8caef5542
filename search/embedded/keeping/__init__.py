"""What an operator asks of an index as a whole."""
