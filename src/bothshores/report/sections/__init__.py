"""Sections of the report: one file, one section."""
