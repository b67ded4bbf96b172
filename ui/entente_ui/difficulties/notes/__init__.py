"""Notes taken in the room: typed in one line, laid out in lanes, moved, struck, tied."""
