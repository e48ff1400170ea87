"""What is so: observations as published, the figures chosen among them, stocks by corridor, sources, data issues."""

from __future__ import annotations

import dataframely as dy

from bothshores.tables import columns as c


class Observations(dy.Schema):
    """One figure as one source published it; several sources for one figure are all kept."""

    country = c.country("Country the figure is about", primary_key=True)
    indicator = c.slug("Indicator of the catalogue", primary_key=True)
    year = c.year("Year the figure is about", primary_key=True)
    breakdown = c.text("Empty for everybody, else `sex=female` and the like", primary_key=True)
    source = c.slug("Source plug-in that read it", primary_key=True)
    vintage = c.text("Edition of the publication", primary_key=True)
    value = c.number("The figure, in the indicator's unit", "unit of the indicator")
    status = dy.Enum(["observed", "estimated", "projected"], description="How the publisher marks it")
    file = c.text("File it was read from")
    locator = c.text("Row, cell or path inside the file")


class Figures(dy.Schema):
    """One figure for each country, indicator and year: the source that takes precedence (see `evidence.prefer`)."""

    country = c.country("Country the figure is about", primary_key=True)
    indicator = c.slug("Indicator of the catalogue", primary_key=True)
    year = c.year("Year the figure is about", primary_key=True)
    value = c.number("The figure, in the indicator's unit", "unit of the indicator")
    source = c.slug("Source it was taken from")
    vintage = c.text("Edition of that source")
    status = dy.Enum(["observed", "estimated", "projected"], description="How the publisher marks it")


class Stocks(dy.Schema):
    """People living in a destination who were born in an origin."""

    origin = c.country("Country of birth (of citizenship where birth is unknown)", primary_key=True)
    destination = c.country("Country of usual residence", primary_key=True)
    year = c.year("Mid-year of the stock", primary_key=True)
    sex = dy.Enum(["all", "female", "male"], description="Sex", primary_key=True)
    source = c.slug("Source plug-in that read it", primary_key=True)
    vintage = c.text("Edition of the publication", primary_key=True)
    persons = c.count("People", "persons")


class Sources(dy.Schema):
    """A file (or embedded data) that was read, with what it gave."""

    file = c.text("File name, or the package for embedded data", primary_key=True)
    source = c.slug("Source plug-in", primary_key=True)
    publisher = c.text("Who publishes it")
    title = c.text("What it is")
    licence = c.text("Terms of use")
    citation = c.text("How to cite it")
    url = c.text("Where it comes from")
    vintage = c.text("Edition")
    sha256 = c.text("Hash of the content")
    rows_taken = c.count("Figures taken", "rows")
    rows_left = c.count("Figures left aside, each with a reason among the issues", "rows")


class Issues(dy.Schema):
    """What was found wrong: where, which rule, and what to do. A remark is a publisher's peculiarity."""

    severity = dy.Enum(["problem", "remark"], description="Problems make the command end with 1, remarks do not")
    file = c.text("File or table")
    row = c.text("Row, in files of plan/ as a spreadsheet numbers it (the header is row 1), or empty")
    column = c.text("Column or path, or empty")
    rule = c.slug("Rule that was broken")
    country = c.text("Country concerned, or empty")
    message = c.message("What is wrong")
    args = c.args()
    remedy = c.text("What to do")
    count = c.count("How many times", "cases")
