"""The matrix of the risks: dragging a mark rates it anew."""
