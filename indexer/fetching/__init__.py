"""Fetching pages and feeds, politely towards those who serve them and safely for the network that Demarche runs in.

`fetcher` is what others use: it follows redirects, keeps to robots.txt and to a pace for each host, and tries again.
`asking` makes one request, over a connection (`connecting`) that goes to the very address that was found harmless.
"""
