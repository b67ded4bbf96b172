"""The way out of a difficulty: options, criteria, offers, and how it is ended."""
