"""What the printed forms of one backlog share: its cards, and how each is put into words."""
