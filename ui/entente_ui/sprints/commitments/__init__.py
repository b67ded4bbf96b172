"""The tab of the commitments: what people promised, hung on a wall, and what became of it."""
