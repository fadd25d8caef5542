"""Articles from files, folders and standard input: one module for each kind of input, found by themselves.

`finding` says what to read and with which reader, `opening` reads it. To add a kind, write a module that holds a
READER (`reading.Reader`) and put a golden pair beside the others in tests/indexer/readers/golden/.
"""
