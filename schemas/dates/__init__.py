"""Dates as news gives them: to the day, the month or the year, as they are written, and as people ask for them."""
