"""Example questions of the SQL page."""

from __future__ import annotations

QUESTIONS: tuple[tuple[str, str], ...] = (
    ("What was decided on the budget?", "SELECT meeting_date, body, text, file_name, page\nFROM decisions WHERE text ILIKE '%budget%' ORDER BY 1"),
    ("How many decisions did each body take?", "SELECT body, count(*) AS decisions\nFROM decisions GROUP BY body ORDER BY 2 DESC LIMIT 20"),
    ("Who voted against, and how often?", "SELECT person_name, count(*) AS votes_against\nFROM division_votes WHERE option = 'against'\n"
     "GROUP BY person_name ORDER BY 2 DESC LIMIT 20"),
    ("Which votes were close?", "SELECT meeting_date, body, text, votes_for, votes_against\n"
     "FROM decisions WHERE votes_for - votes_against <= 3 ORDER BY 1"),
)
"""(question, SQL)."""
