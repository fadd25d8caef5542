"""Pages and feeds of the web, fetched politely towards those who serve them and safely for Demarche's own network.

`fetcher` is what others use: it follows redirects, keeps to robots.txt and to a pace for each host, and tries again.
`client` makes one request, over a `connection` that goes to the very address that was found harmless.
"""
