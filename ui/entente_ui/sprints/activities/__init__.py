"""What a group can do together: the library, what would help now, what it takes, tools."""
