"""How it was computed, and what that cannot show."""

from __future__ import annotations

import polars as pl

from bothshores.report.basis import DECISION, budget_basis
from bothshores.report.blocks import Block, Facts, Heading, Notice, Paragraph
from bothshores.report.kinds import Section
from bothshores.report.story import Story
from bothshores.report.tabulate import tabulate
from bothshores.vocab import gettext_noop as _


class Methods(Section):
    """Each step in words, its limits, and the decisions that steer it."""

    id = "methods"
    label = _("Methods and their limits")
    part = "rests"
    order = 50
    reads = ("measures",)
    empty = _("Nothing was computed that a method would have to explain.")

    @staticmethod
    def blocks(story: Story) -> list[Block]:
        """Steps, decisions, limits."""
        words = story.words
        steps = tuple((words.text(term), words.text(text)) for term, text in STEPS)
        return [
            Facts(steps),
            Heading(words.text(_("Decisions that steer the computation"))),
            Paragraph(words.text(_("They stand in plan.toml. None of them is a fact, and each may be changed."))),
            tabulate(words, _("Decisions"), DECISIONS, decisions(story)),
            *[Paragraph(text, "small") for text in [*budget_basis(story), *other_bases(story)]],
            Notice(words.text(_("What this cannot show")), words.text(LIMITS)),
        ]


DECISIONS = ((_("Decision"), 6, False), (_("Value"), 6, False))
STEPS = (
    (
        _("Figures"),
        _(
            "Every source's figure is kept. For each country and indicator one source gives all years: the one "
            "with the best rank among those that are up to date, and official statistics come before the "
            "Factbook. Sources of different definition are never mixed in one series. Some figures are derived, "
            "as one divided by another."
        ),
    ),
    (
        _("Similar countries"),
        _(
            "Compared are countries that people leave: in population, income, remittances, emigrants, net "
            "migration, people in towns, median age and births. Distance: the root of the mean squared "
            "difference, each feature in robust standard deviations of all such countries, over the features that "
            "both have. The nearest are the peers."
        ),
    ),
    (
        _("Gap and trend"),
        _(
            "Gap: how far the country lies behind the median of its peers, in the bad direction; its range comes "
            "from drawing the peers again and again with replacement. Trend: the yearly change, drawn towards "
            "that of all countries where the country's own series is short. Needs are ranked by the gap times the "
            "probability of being behind, plus what the trend is expected to take away in five years times the "
            "probability that it does."
        ),
    ),
    (
        _("Objectives and weights"),
        _(
            "The greatest needs that a fitting measure serves become objectives, and with them the greatest that one "
            "is known to move; few of them from one field, so that no plan is about one ministry alone, and one at "
            "least on mobility. Half of the weights is even, half follows the scores. This is where a decision "
            "starts, not a decision."
        ),
    ),
    (
        _("Measures"),
        _(
            "A template of the catalogue is taken where it serves an objective and its needed conditions hold. "
            "What protects people or informs decisions is taken whatever the needs."
        ),
    ),
    (
        _("Effect on an indicator"),
        _(
            "Change of a national figure = effect for one person, times people reached, times the share who do "
            "what the effect is of, less leakage to others, divided by the population of the indicator. Each "
            "factor is drawn at random within its range."
        ),
    ),
    (
        _("Carrying an effect over"),
        _(
            "A published effect is drawn towards zero by a prior. Its spread is the effect at which a trial of usual "
            "precision finds a clear gain a third of the time, as trials of labour-market programmes do; so imprecise "
            "figures lose most. The spread is widened by a stated part because it was measured elsewhere, once for "
            "all trials of one effect. Several trials are averaged by their precision; a study that found nothing "
            "pulls the mean down. After the last follow-up an effect that fades is multiplied by its persistence "
            "each year."
        ),
    ),
    (
        _("Reach and cost"),
        _(
            "People reached = money divided by unit cost. The first third of those who can be reached costs "
            "least, the last third twice as much, and nobody is reached beyond those who would take part. Assumed "
            "costs are drawn from a range of which one in twenty values lies below the low end and one in twenty "
            "above the high end."
        ),
    ),
    (
        _("Division of the money"),
        _(
            "A linear programme maximises the weighted improvement, in standard deviations, averaged over the "
            "plan's years and five years after: a weighted sum of its mean and of its mean over the worst draws "
            "(conditional value at risk). Limits: the budget, what can be spent by the end of each year, floors, "
            "how fast a measure grows (it never shrinks), the share of one measure and of all assumptions. "
            "Judgement gets an envelope by need, and evaluation a reserve."
        ),
    ),
    (
        _("Forecast without the plan"),
        _(
            "On a scale that suits the indicator, a yearly change is a drift and chance. Drifts and chance are "
            "pooled over all countries, so that a country with few figures leans on the others. How far a trend "
            "is carried on, and how wide its range must be, is learnt from forecasts of the past. Where too few "
            "countries have a series there is no forecast, and no range is made up."
        ),
    ),
    (
        _("Outcomes"),
        _(
            "The effects of the budget are added to the forecast, draw by draw, with draws that were not used to "
            "choose the budget. Only an indicator with a forecast has a path."
        ),
    ),
    (
        _("Evaluation"),
        _(
            "Smallest effect found = 2.8 standard errors of the comparison: enough to be found in eight of ten "
            "studies at the 5% level, two-sided. How people are drawn, asked and lost is assumed, and stated with "
            "the design."
        ),
    ),
)
"""Steps in order; kept true to the rooms by reading them together."""

LIMITS = _(
    "A published effect is the average of one programme at one place and time. The ranges hold what is counted here: "
    "forecast, effect, transfer, cost. They do not hold wars, changes of law abroad, or a programme that is run "
    "badly. Figures of countries with weak statistics are themselves estimates. A comparison with peers says where "
    "to look, not what caused the gap. People, not this document, decide what counts."
)


def other_bases(story: Story) -> list[str]:
    """What the other decisions rest on."""
    rows = story.table("basis").filter(pl.col("decision") != DECISION).to_dicts()
    return [story.words.say(row["message"], row["args"]) for row in rows]


def decisions(story: Story) -> tuple[tuple[str, str], ...]:
    """The terms of the plan, each named."""
    words, terms = story.words, story.terms
    floors = [
        words.phrase(_("{measure} {amount}"), measure=words.measure(measure), amount=words.usd(amount))
        for measure, amount in sorted(terms.floors.items())
    ]
    found = [
        (_("Budget"), words.usd(terms.budget_usd)),
        (_("Years"), words.years(terms.first_year, terms.last_year)),
        (_("Price year"), story.words.year(terms.price_year)),
        (_("Worst draws that count apart (1 - alpha)"), words.share(1 - terms.alpha)),
        (_("Weight of the worst draws (lambda)"), words.share(terms.risk_weight)),
        (_("Most money on assumptions"), words.share(terms.assumption_share_max)),
        (_("Most money on judgement"), words.share(terms.judgement_share_max)),
        (_("Most money for one measure"), words.share(terms.measure_share_max)),
        (_("Reserve for evaluation"), words.share(terms.evaluation_share)),
        (_("Most growth of a measure's money from year to year"), words.share(terms.absorption_growth_max)),
        (_("Floors"), words.listed(floors) if floors else words.text(_("none"))),
        (_("Draws, seed"), words.joined([words.whole(terms.draws), words.whole(terms.seed)])),
    ]
    return tuple((words.text(term), text) for term, text in found)
