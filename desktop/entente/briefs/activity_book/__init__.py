"""What the papers about activities share: which there are, and how each is put into words."""
