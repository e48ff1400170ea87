"""Can everyone read and reuse it? Documents in many languages, charts, and an open-data package of every table."""

from bothshores.report.package import package
from bothshores.report.write import write, write_poster

__all__ = ["package", "write", "write_poster"]
