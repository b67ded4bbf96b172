"""Who sees the project alike, who bears which constraint, who asks for what is shared."""
