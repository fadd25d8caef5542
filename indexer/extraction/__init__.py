"""From an article's text to its statements: find them, then say who spoke, for whom, about whom and when.

Two halves that meet in `report.Report`: finding (quotation marks, cues, clauses) and resolving (people, places, dates).
"""
