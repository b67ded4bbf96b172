"""Everything that knows SQL: tables, the file, the journal, search and backups."""
