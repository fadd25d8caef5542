"""The embedded engine: tantivy on a folder of this machine, for everything that one machine holds."""
