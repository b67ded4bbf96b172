"""What every chart of the risks has: axes, a sentence, a table, a way onto the clipboard."""
