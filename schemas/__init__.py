"""The shapes that cross a boundary. Imports nothing of api/, indexer/ or search/."""
