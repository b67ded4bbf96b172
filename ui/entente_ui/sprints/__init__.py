"""Work in cycles: the backlog on a board, sprints, reviews, commitments, activities, community."""
