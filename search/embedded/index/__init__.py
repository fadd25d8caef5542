"""The folder of an index: its layout, its locks, views of it that stay."""
