"""The window around the panes: navigation, palette, settings, files, lock."""
