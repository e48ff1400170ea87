"""Set a document as one HTML page that needs nothing else: no network, no script, readable on a phone and in print."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, select_autoescape
from markupsafe import Markup

from bothshores.report.blocks import Document, Sheet
from bothshores.report.palette import PAGE


@cache
def page(name: str) -> Template:
    """A page's template; every text is escaped."""
    environment = Environment(
        loader=PackageLoader("bothshores.report", "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["lines"] = lambda text: text.split("\n")
    # The charts are drawn by us from escaped specifications; everything else on the page is text.
    environment.filters["drawing"] = Markup
    environment.globals["palette"] = PAGE
    return environment.get_template(f"{name}.html.j2")


def render(document: Document) -> str:
    """The page of the whole plan."""
    return page("page").render(document=document) + "\n"


def render_sheet(sheet: Sheet, template: str) -> str:
    """A sheet as one page, set by a template of its own."""
    return page(template).render(document=sheet) + "\n"
