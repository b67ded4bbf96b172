"""How Entente looks, decided once: colours, type, space, icons, motion."""
