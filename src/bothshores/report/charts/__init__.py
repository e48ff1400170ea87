"""Charts of the report: one file, one chart."""
