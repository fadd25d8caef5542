"""Countries and territories in a text: which are named, and which a capital or a palace stands for."""

from indexer.extraction.places.find import Place, find_places

__all__ = ["Place", "find_places"]
