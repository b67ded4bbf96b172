"""The backlog on a board: cards in columns, in lanes across, on a roadmap, in a list."""
