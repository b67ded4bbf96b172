"""What painted charts have: axes, a sentence, a table, a way onto the clipboard."""
