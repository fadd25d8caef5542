"""From what an input tells to an article: the last steps, which all readers share."""
