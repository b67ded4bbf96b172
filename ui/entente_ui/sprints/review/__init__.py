"""The review of a sprint: shipped, liked and not, tense, and what the next cycle begins with."""
