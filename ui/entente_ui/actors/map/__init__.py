"""The map: a free canvas of actors, organisations and relations."""
