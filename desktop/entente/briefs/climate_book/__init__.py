"""What the documents on the climate of a project have in common."""
