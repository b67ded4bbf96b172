"""The impact study: what the change does to each functional group."""
