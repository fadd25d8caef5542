"""Articles that clients send: the one room that the API calls, by `receiver`."""
