"""Common causes as cards: shown among the actors and among the sprints."""
