"""What readers and fetchers speak in: an input, and the article or the refusal that comes of it."""
