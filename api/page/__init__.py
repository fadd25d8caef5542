"""The page for people: the same queries as the API, rendered on the server, working without script."""
