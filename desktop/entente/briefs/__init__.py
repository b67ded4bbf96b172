"""Documents: gather (Session to values), render (values to PDF bytes), audit, save."""
