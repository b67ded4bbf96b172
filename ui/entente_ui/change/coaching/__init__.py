"""Support of one person: what was agreed, self-ratings, goals, sessions, the end."""
