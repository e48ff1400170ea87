"""The effect library as a table, and how well studies in it predict a study that was left out."""

from __future__ import annotations

import dataframely as dy

from bothshores.tables import columns as c

FAMILIES = ["fades", "lasts", "emerges", "unknown"]
OF_STUDY = "unit of the study"
METHODS = ["random_effects", "random_effects_transfer", "transfer", "as_scored"]
POOLS = ["measure", "outcome", "field", "unit"]


class EffectLibrary(dy.Schema):
    """Every published effect: as printed, on which outcome, how it lasts, and what the prior leaves of it."""

    effect = c.text("Row of the effect library", primary_key=True)
    measure = c.text("Kind of measure in the library's words")
    outcome = c.text("Outcome as the study words it")
    indicators = c.text("Indicators of the catalogue it is on; blank: none")
    because = c.text("Why it is on them, or on none")
    kind = dy.Enum(["estimate", "sign", "null"], description="A figure, a direction alone, or no effect found")
    sign = dy.Int64(description="Direction of the outcome as worded", nullable=True)
    published = c.number("Effect as published; blank where there is no figure", OF_STUDY, nullable=True)
    unit = c.text("Unit of the study")
    spread = c.number("Standard error of the study", OF_STUDY, nullable=True)
    spread_rule = c.text("Where it comes from: from_ci, published, assumed_2.5; blank: there is none")
    study = c.text("Reference")
    same_people = c.slug("Rows with the same value are on the same people")
    place = c.text("Country or countries of the study")
    design = c.text("Study design")
    horizon_years = c.number("Years after which it was measured", "years", nullable=True)
    verified = c.yes("Somebody read the figure in its source")
    usable = c.yes("A verified estimate with a spread that may be used as an effect")
    family = dy.Enum(FAMILIES, description="What happens with time, as the library says")
    family_by_rule = dy.Enum(FAMILIES, description="What happens with time, by the rule, from follow-ups")
    family_basis = dy.Enum(["follow_ups", "direction", "none"], description="What the rule had to go by")
    family_differs = c.yes("The rule had something to go by and says another thing")
    prior_spread = c.number("Standard deviation of the prior around zero", OF_STUDY, nullable=True)
    shrink = c.share("What the prior leaves of the effect", nullable=True)
    posterior = c.number("Published times what the prior leaves", OF_STUDY, nullable=True)
    posterior_spread = c.number("Its spread", OF_STUDY, nullable=True)


class EffectPredictions(dy.Schema):
    """A study's result beside what the other studies predict for it; outcomes are turned so that more is better."""

    study = c.slug("Study left out", primary_key=True)
    outcome = c.slug("Outcome in the library's words", primary_key=True)
    unit = c.text("Unit of the study", primary_key=True)
    method = dy.Enum(METHODS, description="How the others are pooled", primary_key=True)
    pool = dy.Enum(POOLS, description="What the other studies have in common with it, beside the unit")
    others = c.count("Studies it is predicted from", "studies")
    published = c.number("What the study found; a null is 0", OF_STUDY)
    spread = c.number("Its standard error: the one seen, else the usual one of its unit", OF_STUDY)
    predicted = c.number("What the others predict", OF_STUDY)
    predicted_spread = c.number("Spread of the prediction, the study's own error included", OF_STUDY, min=0.0)
    level = c.share("Level of the narrowest interval around the prediction that holds the result")


class EffectCoverage(dy.Schema):
    """How often predictions of a left-out study hold it, by method, pool and level of the interval."""

    method = dy.Enum(METHODS, description="How the others are pooled", primary_key=True)
    pool = dy.Enum(["all", *POOLS], description="Which predictions are counted", primary_key=True)
    level = c.share("What the interval claims", primary_key=True)
    studies = c.count("Studies left out in turn; each counts once", "studies")
    results = c.count("Results of these studies", "results")
    inside = c.share("Share inside, mean over studies")
    low = c.share("5% quantile of that share, given so few studies")
    high = c.share("95% quantile of it")
