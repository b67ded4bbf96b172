"""Who spreads a change: ambassadors, learning communities, skills handed over, testimonies."""
