"""For whoever watches over the server: health, figures, the log."""
