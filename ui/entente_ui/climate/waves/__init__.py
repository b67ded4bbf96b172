"""Waves: planning them, collecting what people answer, closing them."""
