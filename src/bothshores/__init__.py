"""Bothshores: plan migration and development together, in one loop from evidence to lasting outcomes."""

__version__ = "0.1.0"
