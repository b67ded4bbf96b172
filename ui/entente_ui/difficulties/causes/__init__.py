"""The ten causes over all difficulties: which weigh most, where, and since when."""
