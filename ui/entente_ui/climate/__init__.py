"""The climate of the project: collecting answers, and what they say."""
