"""Articles from files, folders and standard input. `files` says what to read, `dispatcher` has it read by the reader of
its kind, and `registry` knows all readers.

To add a kind, write a module below this package that holds a READER (`registry.Reader`), and put a golden pair beside
the others in tests/indexer/readers/golden/. It is found by itself.
"""
