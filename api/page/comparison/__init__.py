"""Two countries or speakers side by side: what each said, month by month."""
