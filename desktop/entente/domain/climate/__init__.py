"""The climate of a project: what people answered, what may be shown of it, and what it means."""
