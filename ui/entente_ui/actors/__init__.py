"""The pane of the actors: who they are and where they stand between power and interest."""
