"""Change: what it does to whom, how far people are, who spreads it, and what is learned."""
