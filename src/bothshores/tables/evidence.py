"""What is so: observations as published, the figures chosen among them, corridors (people, money, prices), sources,
data issues."""

from __future__ import annotations

import dataframely as dy

from bothshores.tables import columns as c
from bothshores.vocab import gettext_noop as _


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


OLD_FIGURE = _("Old: {years} years before the newest figure of this country.")
"""What the profile says of an old figure of which there is nothing else to say."""


class Profile(dy.Schema):
    """A national migration profile: the newest figure of each indicator of each topic, or the gap."""

    topic = c.slug("Topic of the profile", primary_key=True)
    indicator = c.slug("Indicator of the catalogue", primary_key=True)
    breakdown = c.text("Empty for everybody, else `sex=female` and the like", primary_key=True)
    state = dy.Enum(["known", "old", "gap"], description="Whether there is a figure, and whether it is recent")
    year = c.year("Year of the newest figure", nullable=True)
    value = c.number("The figure, in the indicator's unit", "unit of the indicator", nullable=True)
    source = c.text("Source it was taken from; empty for a gap")
    vintage = c.text("Edition of that source, of every input where it is derived; empty for a gap")
    status = dy.Enum(["observed", "estimated", "projected"], description="How the publisher marks it", nullable=True)
    first_year = c.year("First year of the series", nullable=True)
    years = c.count("Figures in the series", "years")
    message = c.message("What to know of it: that it is old, or why it is missing and where it could come from")
    args = c.args()


class Stocks(dy.Schema):
    """People living in a destination who were born in an origin."""

    origin = c.country("Country of birth (of citizenship where birth is unknown)", primary_key=True)
    destination = c.country("Country of usual residence", primary_key=True)
    year = c.year("Mid-year of the stock", primary_key=True)
    sex = dy.Enum(["all", "female", "male"], description="Sex", primary_key=True)
    source = c.slug("Source plug-in that read it", primary_key=True)
    vintage = c.text("Edition of the publication", primary_key=True)
    persons = c.count("People", "persons")


class CorridorRemittances(dy.Schema):
    """Money that migrants in one country send to another in a year. Nobody observes it: publishers model it."""

    sender = c.country("Country the money is sent from", primary_key=True)
    receiver = c.country("Country that receives it", primary_key=True)
    year = c.year("Year the money was sent", primary_key=True)
    source = c.slug("Source plug-in that read it", primary_key=True)
    vintage = c.text("Edition of the publication", primary_key=True)
    usd = c.number("Money sent, current prices", "USD, current", min=0.0)
    status = dy.Enum(["observed", "estimated", "projected"], description="How the publisher marks it")


class CorridorPrices(dy.Schema):
    """What it costs to send money from one country to another: average of the services asked in a quarter."""

    sender = c.country("Country the money is sent from", primary_key=True)
    receiver = c.country("Country that receives it", primary_key=True)
    year = c.year("Year the services were asked", primary_key=True)
    quarter = dy.Int64(description="Quarter of that year", min=1, max=4, metadata={"unit": "quarter"}, primary_key=True)
    amount_usd = c.count("Amount sent; 200 where the file does not state it", "USD", primary_key=True)
    source = c.slug("Source plug-in that read it", primary_key=True)
    vintage = c.text("Edition of the publication", primary_key=True)
    cost_share = c.number(
        "Fee and exchange margin as part of the amount; below 0 where the exchange rate gives more than the fee takes",
        "share of the amount",
    )


class Occupations(dy.Schema):
    """A class of a classification of occupations, as its publisher names and describes it."""

    classification = dy.Enum(["ISCO-08", "ISCO-88"], description="Classification", primary_key=True)
    code = c.text("Code of the class: 1 to 4 digits", primary_key=True, regex=r"^\d{1,4}$")
    vintage = c.text("Edition of the publication", primary_key=True)
    level = dy.Int64(description="1 major, 2 sub-major, 3 minor, 4 unit group", min=1, max=4)
    parent = c.text("Code of the class above, empty for a major group")
    title = c.text("What the class is called")
    definition = c.text("What its jobs do, empty where no file says it")
    source = c.slug("Source plug-in that read it")
    file = c.text("File it was read from")
    locator = c.text("Row inside the file")


class OccupationMatches(dy.Schema):
    """A unit group of ISCO-88 and one of ISCO-08 that have jobs in common."""

    isco_88 = c.text("Unit group of ISCO-88", primary_key=True, regex=r"^\d{4}$")
    isco_08 = c.text("Unit group of ISCO-08", primary_key=True, regex=r"^\d{4}$")
    vintage = c.text("Edition of the publication", primary_key=True)
    part = c.yes("True if only a part of the ISCO-08 group is meant")
    comment = c.text("The publisher's remark, or empty")
    source = c.slug("Source plug-in that read it")
    file = c.text("File it was read from")
    locator = c.text("Row inside the file")


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
