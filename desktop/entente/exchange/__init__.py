"""Other people's formats: lists read in, registers written out."""
