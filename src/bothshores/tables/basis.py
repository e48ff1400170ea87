"""What is computed for people to decide on: the tables of `runs/` that the plan's room writes."""

from __future__ import annotations

import dataframely as dy

from bothshores.tables import columns as c
from bothshores.tables.plan import CLASSES


class Basis(dy.Schema):
    """What a decision of plan.toml rests on: derived from figures, or set by people."""

    decision = c.text("Decision, as in plan.toml", primary_key=True)
    message = c.message("Where it comes from")
    args = c.args()


class Peers(dy.Schema):
    """A country compared with, and why."""

    peer = c.country("Similar country", primary_key=True)
    rank = c.count("1 is the most similar", "rank")
    distance = c.number("Distance in standard deviations over the features both have", "standard deviations", min=0.0)
    message = c.message("Why it is similar")
    args = c.args()


class Needs(dy.Schema):
    """Where the country stands behind similar ones, with its trend; rank 1 is the greatest need."""

    indicator = c.slug("Indicator", primary_key=True)
    rank = c.count("1 is the greatest need", "rank")
    value = c.number("Latest figure", "unit of the indicator")
    year = c.year("Its year")
    source = c.slug("Its source")
    peer_median = c.number("Median of the similar countries' latest figures", "unit of the indicator")
    peer_low = c.number("Lower quartile of them", "unit of the indicator")
    peer_high = c.number("Upper quartile of them", "unit of the indicator")
    peers = c.count("How many similar countries have the figure", "countries")
    gap = c.number("How far behind the median in the bad direction (negative: ahead)", "unit of the indicator")
    gap_low = c.number("5% quantile of the gap over resampled peers", "unit of the indicator")
    gap_high = c.number("95% quantile of the gap", "unit of the indicator")
    gap_sd = c.number("Gap in robust standard deviations of all origin countries", "standard deviations")
    probability_behind = c.share("Share of resamples in which the country is behind")
    trend = c.number("Yearly change, good direction positive", "unit of the indicator a year", nullable=True)
    trend_low = c.number("5% quantile of the trend", "unit of the indicator a year", nullable=True)
    trend_high = c.number("95% quantile of the trend", "unit of the indicator a year", nullable=True)
    score = c.number("What it is ranked by (see the method)", "standard deviations")
    message = c.message("The finding in a sentence")
    args = c.args()


class Forecasts(dy.Schema):
    """Baseline without the plan; `model` says how, or that there is no forecast and why."""

    indicator = c.slug("Indicator", primary_key=True)
    year = c.year("Year", primary_key=True)
    model = dy.Enum(["pooled_trend", "no_forecast"], description="How it was made")
    mean = c.number("Mean of the draws", "unit of the indicator", nullable=True)
    low = c.number("5% quantile", "unit of the indicator", nullable=True)
    high = c.number("95% quantile", "unit of the indicator", nullable=True)
    observations = c.count("Figures of this country it rests on", "figures")
    pooled_countries = c.count("Countries pooled", "countries")
    message = c.message("How it was made, or why there is none")
    args = c.args()


class Candidates(dy.Schema):
    """Every template, taken or left, with the reason."""

    template = c.slug("Template", primary_key=True)
    taken = c.yes("True if it became a measure of the draft")
    money_class = dy.Enum(CLASSES, description="What its money would rest on")
    need_score = c.number("Sum of the scores of the needs it serves", "standard deviations")
    message = c.message("Why it was taken or left")
    args = c.args()


class EffectUses(dy.Schema):
    """A published effect as a measure uses it: study, place, horizon, and what was done to carry it over."""

    measure = c.slug("Measure", primary_key=True)
    effect = c.text("Row of the effect library", primary_key=True)
    indicator = c.text("Indicator it moves, or empty for an effect that is only noted", primary_key=True)
    study = c.text("Reference")
    place = c.text("Country or countries of the study")
    design = c.text("Study design")
    horizon_years = c.number("Years after which it was measured", "years", nullable=True)
    published = c.number("Effect as published; blank where there is no figure", "unit of the study", nullable=True)
    unit = c.text("Unit of the study")
    spread = c.number("Standard error of the study, before prior and transfer", "unit of the study", nullable=True)
    spread_rule = c.text("Where the spread comes from: from_ci, published, assumed_2.5, borrowed")
    verified = c.yes("Somebody read the figure in its source")
    family = dy.Enum(["fades", "lasts", "emerges", "unknown"], description="What happens with time")
    prior_spread = c.number("Standard deviation of the prior around zero", "unit of the study", nullable=True)
    shrink = c.number("Factor on the effect: what the prior leaves of it", "factor")
    posterior = c.number("Effect as used: published times the factor", "unit of the study", nullable=True)
    posterior_spread = c.number("Its spread, before transfer", "unit of the study", nullable=True)
    transfer_spread = c.number("Spread added for carrying it to another country", "unit of the study", nullable=True)
    scored = c.yes("True if it enters the score")
    message = c.message("Why it enters the score or not")
    args = c.args()


class OutcomePaths(dy.Schema):
    """What an indicator is expected to do with and without the plan."""

    indicator = c.slug("Indicator", primary_key=True)
    scenario = dy.Enum(["without", "with"], description="Without or with the plan", primary_key=True)
    year = c.year("Year", primary_key=True)
    mean = c.number("Mean of the draws", "unit of the indicator")
    low = c.number("5% quantile", "unit of the indicator")
    high = c.number("95% quantile", "unit of the indicator")


class Contributions(dy.Schema):
    """What a measure adds to an indicator in the plan's last year, over the draws."""

    measure = c.slug("Measure", primary_key=True)
    indicator = c.slug("Indicator", primary_key=True)
    reached = c.number("People reached over the plan", "persons", min=0.0)
    mean = c.number("Mean change, good or bad as it is", "unit of the indicator")
    low = c.number("5% quantile", "unit of the indicator")
    high = c.number("95% quantile", "unit of the indicator")
    probability_improves = c.share("Share of draws in which it improves the indicator")


class PlanChanges(dy.Schema):
    """What all measures together add to an indicator in the plan's last year, over the draws."""

    indicator = c.slug("Indicator", primary_key=True)
    mean = c.number("Mean change, good or bad as it is", "unit of the indicator")
    low = c.number("5% quantile", "unit of the indicator")
    high = c.number("95% quantile", "unit of the indicator")
    probability_improves = c.share("Share of draws in which the plan improves the indicator")


class Allocation(dy.Schema):
    """What the optimiser offers for a measure over the plan, and what the plan holds."""

    measure = c.slug("Measure, or evaluation_reserve, or unallocated", primary_key=True)
    money_class = dy.Enum(CLASSES, description="What its money rests on")
    amount_usd = c.usd("Offered, with changed amounts binding")
    free_usd = c.usd("What the draft would have said without changed amounts")
    bound = c.yes("True if a person's amount binds it")
    share_of_budget = c.share("Part of the budget")
    reached = c.number("People reached over the plan; blank where it is not known", "persons", nullable=True, min=0.0)
    break_even_usd = c.number(
        "Unit cost at which a measure without money would match the last dollar spent", "USD", nullable=True
    )
    message = c.message("Why this much")
    args = c.args()


class Constraints(dy.Schema):
    """A limit the allocation keeps, how far it is used, and what a little more of it would bring."""

    id = c.slug("Constraint", primary_key=True)
    limit_usd = c.number("Limit", "USD")
    used_usd = c.number("Used", "USD")
    binding = c.yes("True if it holds the optimum back")
    price = c.number("Gain in the objective for one million US dollars more of it", "score per million USD")
    message = c.message("What it means")
    args = c.args()


class Gains(dy.Schema):
    """What the allocation gains on the draws it was chosen on, and on fresh ones: the winner's curse lies between."""

    draws = dy.Enum(["chosen_on", "fresh"], description="Which draws", primary_key=True)
    mean = c.number("Mean gain of the weighted objectives", "standard deviations")
    tail = c.number("Mean gain in the worst 1 - alpha of the draws", "standard deviations")
    score = c.number("(1 - risk_weight) * mean + risk_weight * tail", "standard deviations")


class NextMillion(dy.Schema):
    """Where one million US dollars more than the budget would go."""

    measure = c.slug("Measure, or evaluation_reserve, or unallocated", primary_key=True)
    amount_usd = dy.Int64(description="More for it; below zero: less", metadata={"unit": "USD, price year of the plan"})
    reached = c.number("More people reached; blank where it is not known", "persons", nullable=True)


class Findings(dy.Schema):
    """Something in the plan that does not fit together, with the reason."""

    rule = c.slug("Rule", primary_key=True)
    item = c.text("Measure or objective it is about", primary_key=True)
    other = c.text("The other side, or empty", primary_key=True)
    severity = dy.Enum(["conflict", "gap", "notice"], description="How much it matters")
    message = c.message("The finding in a sentence")
    args = c.args()


class KeptEdits(dy.Schema):
    """A cell that a person changed, kept; and what the draft would have said."""

    table = c.slug("File of plan/ without its ending", primary_key=True)
    key = c.text("Row key", primary_key=True)
    column = c.text("Column, `row` for a row added or removed", primary_key=True)
    yours = c.text("What stands in the plan")
    draft = c.text("What the draft would have said")
