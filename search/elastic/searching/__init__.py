"""What the API asks: results, facets, timelines, articles."""
