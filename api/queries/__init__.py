"""From an address to a query, from a query to its answer and back to an address: for the API and the page."""
