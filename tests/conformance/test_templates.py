"""Every intervention template is complete, sourced and honest; a new file is tested without writing a test."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from bothshores.catalogue import Template, effects, indicators, templates
from bothshores.catalogue.codes import gcm, sdg
from bothshores.catalogue.templates import WIDE, EffectLink
from bothshores.plan.money_class import money_class
from bothshores.vocab import MoneyClass, Reference

EVERY = pytest.mark.parametrize("template", templates().values(), ids=lambda template: template.id)
PLACEHOLDERS = ("example.", "placeholder", "lorem", "todo", "tbd", "xxx", "???", "...")
AMERICAN = re.compile(r"\b(labor|program|center|color|favor|organization|percent)\b")
BREAKDOWNS = {name for each in indicators().values() for name in each.breakdowns} | {"migrant_status"}
INSTRUMENTS = {"conditional_grant", "matched_contribution", "matched_savings", "guarantee", "outcome_contract",
               "revolving_credit"}  # fmt: skip
DESIGNS = {"lottery", "cluster_lottery", "phased_rollout", "score_cutoff", "matched_comparison", "synthetic_control",
           "process_tracing"}  # fmt: skip
ASKED_FOR = {
    "conditional-grants",
    "matched-savings-and-matched-remittances",
    "targeted-credit",
    "guarantee",
    "return-on-investment-grant",
    "outcome-contract",
    "mentor-and-sponsor-tax-relief",
    "sector-capacity-in-agriculture-health-and-technology",
    "remittance-cost-and-mobile-money",
    "vocational-training",
    "vocational-recognition-toolkits",
    "fair-recruitment-and-licensing",
    "reintegration",
    "district-water-schools-and-clinics",
    "multilingual-information-hubs-in-transit",
    "outreach-to-isolated-migrant-women",
    "inclusive-disaster-risk-reduction",
    "integrated-service-hubs",
    "legal-rights-workshops",
    "school-enrolment-of-refugee-families",
    "mental-health-outreach-to-displaced-children",
    "torture-survivors-recognition-and-support",
    "evacuation-protocols-that-include-migrants",
    "pro-bono-legal-aid",
    "refugee-business-accelerators",
    "welcoming-teams",
    "fair-verification-of-foreign-criminal-records",
    "multilingual-rights-campaigns",
    "migrant-voices-and-long-term-outcomes-in-monitoring",
    "adaptable-city-finance",
    "origin-transit-destination-partnership",
    "culturally-aware-addiction-support",
    "mental-health-joined-with-skills-training",
    "anticipatory-action",
}


def sentences(template: Template) -> Iterator[str]:
    """What is written in whole sentences."""
    yield from (template.plain, template.problem, template.inputs, template.activities, template.outputs_text)
    yield from (template.outcomes_text, template.impact, template.group.share_reason, template.leakage_reason)
    yield from filter(None, (template.no_cost_reason, template.no_effect_reason))
    yield from (risk.safeguard for risk in template.risks)
    yield from (link.reason for link in template.effects)
    if template.cost:
        yield template.cost.reason


def names(template: Template) -> Iterator[str]:
    """What is written as a name or title."""
    yield from (template.title, template.lead, template.owner, template.group.label, *template.partners)
    yield from (risk.title for risk in template.risks)
    if template.cost:
        yield from (template.cost.unit, template.cost.place)


def sources(template: Template) -> Iterator[Reference]:
    """All references it gives."""
    yield from template.references
    yield from (condition.source for condition in template.conditions)
    if template.cost:
        yield template.cost.source


def scorable(template: Template) -> list[EffectLink]:
    """Linked rows that are verified estimates."""
    return [link for link in template.effects if effects()[link.effect].usable]


class TestAll:
    def test_there_are_at_least_twelve_and_those_asked_for_are_among_them(self) -> None:
        assert len(templates()) >= 12
        assert {template.kind for template in templates().values()} >= ASKED_FOR

    def test_none_is_another_under_its_name(self) -> None:
        """A kind may have several templates, such as one for each sector; what they are about is then told apart."""
        for field in ("title", "plain", "problem"):
            assert max(Counter(getattr(each, field) for each in templates().values()).values()) == 1

    def test_templates_of_one_kind_differ_in_group_and_risks(self) -> None:
        for template in templates().values():
            for other in templates().values():
                if template.kind == other.kind and template.id < other.id:
                    assert template.group.label != other.group.label
                    assert not {risk.title for risk in template.risks} & {risk.title for risk in other.risks}

    def test_no_two_share_a_sentence(self) -> None:
        said = Counter(
            sentence.strip()
            for template in templates().values()
            for text in set(sentences(template))
            for sentence in re.split(r"(?<=\.)\s", text)
        )
        assert [sentence for sentence, times in said.items() if times > 1] == []

    def test_every_class_of_money_occurs(self) -> None:
        found = Counter(money_class(template) for template in templates().values())
        assert found[MoneyClass.EVIDENCE] >= 1
        assert found[MoneyClass.ASSUMPTION] >= 3
        assert found[MoneyClass.JUDGEMENT] >= 4
        assert found[MoneyClass.UNCOSTED] >= 1


@EVERY
class TestWords:
    def test_sentences_end_with_a_full_stop_and_names_do_not(self, template: Template) -> None:
        assert [text for text in sentences(template) if not re.fullmatch(r"[A-Z0-9].*\w\)?\.", text)] == []
        assert [text for text in names(template) if text.endswith(".") or text != text.strip()] == []

    def test_nothing_is_a_placeholder_or_markup(self, template: Template) -> None:
        words = " ".join([*sentences(template), *names(template), *map(str, sources(template))]).lower()
        assert [mark for mark in PLACEHOLDERS if mark in words.replace("http://", "").replace("https://", "")] == []
        assert not re.search(r"[<>*_`{}]", " ".join([*sentences(template), *names(template)]))

    def test_spelling_is_british(self, template: Template) -> None:
        assert AMERICAN.findall(" ".join([*sentences(template), *names(template)])) == []

    def test_plain_words_are_short(self, template: Template) -> None:
        assert len(template.plain.split()) <= 40

    def test_bodies_are_generic(self, template: Template) -> None:
        assert len(template.partners) >= 3
        assert template.lead not in template.partners


@EVERY
class TestLinks:
    def test_indicators_exist(self, template: Template) -> None:
        named = {template.group.of, *template.group.plus, *template.group.times, *template.serves, *template.pushes}
        named |= {condition.indicator for condition in template.conditions}
        named |= {*template.output_indicators, *template.outcome_indicators}
        named |= {name for link in template.effects for name in (link.indicator, link.denominator, link.base) if name}
        assert named - set(indicators()) == set()

    def test_it_serves_national_indicators_that_have_a_good_direction(self, template: Template) -> None:
        served = [indicators()[name] for name in template.serves]
        assert served
        assert all(each.level == "national" and each.direction.sign for each in served)

    def test_it_pushes_national_indicators_one_way(self, template: Template) -> None:
        assert set(template.pushes.values()) <= {1, -1}
        assert all(indicators()[name].level == "national" for name in template.pushes)

    def test_it_pushes_some_indicator_that_it_serves_the_good_way(self, template: Template) -> None:
        good = [name for name in template.serves if template.pushes.get(name) == indicators()[name].direction.sign]
        assert good

    def test_other_templates_exist_and_know_of_the_overlap(self, template: Template) -> None:
        assert template.id not in template.overlaps
        assert all(template.id in templates()[other].overlaps for other in template.overlaps)

    def test_codes_are_in_the_lists(self, template: Template) -> None:
        assert template.sdg and set(template.sdg) <= set(sdg())
        assert template.gcm and set(template.gcm) <= set(gcm())

    def test_outputs_are_of_the_programme_and_outcomes_are_told_apart(self, template: Template) -> None:
        assert template.output_indicators and template.outcome_indicators
        assert all(indicators()[name].level == "programme" for name in template.output_indicators)
        assert not set(template.output_indicators) & set(template.outcome_indicators)

    def test_breakdowns_are_known(self, template: Template) -> None:
        assert template.breakdowns and set(template.breakdowns) <= BREAKDOWNS

    def test_evaluation_looks_twice(self, template: Template) -> None:
        assert template.designs and set(template.designs) <= DESIGNS
        assert 0 < template.short_window_years < template.long_window_years

    def test_instruments_are_known(self, template: Template) -> None:
        assert template.instruments and set(template.instruments) <= INSTRUMENTS

    def test_the_target_group_counts_persons(self, template: Template) -> None:
        assert all(indicators()[name].unit == "persons" for name in (template.group.of, *template.group.plus))
        assert all(indicators()[name].unit == "share 0-1" for name in template.group.times)
        assert 0 < template.group.share <= 1
        assert 0 < template.coverage_max <= 1

    def test_risks_have_safeguards(self, template: Template) -> None:
        assert len(template.risks) >= 3


@EVERY
class TestSources:
    def test_what_was_opened_says_where(self, template: Template) -> None:
        assert len(template.references) >= 2
        assert all(source.url.startswith("http") for source in sources(template) if source.opened)

    def test_a_threshold_nobody_published_is_called_a_judgement(self, template: Template) -> None:
        assert all(each.source.opened or each.source.text.startswith("judgement: ") for each in template.conditions)

    def test_a_share_nobody_published_is_called_a_judgement(self, template: Template) -> None:
        assert template.group.share_reason.startswith("Judgement: ")


@EVERY
class TestMoney:
    def test_protection_leaves_reach_and_effect_blank(self, template: Template) -> None:
        if template.protection:
            assert template.cost is None and not template.effects
            assert template.no_cost_reason and template.no_effect_reason

    def test_a_cost_comes_with_an_effect_it_can_be_weighed_by(self, template: Template) -> None:
        if template.cost:
            assert scorable(template)

    def test_a_cost_that_is_not_assumed_was_read_at_its_source(self, template: Template) -> None:
        if template.cost and not template.cost.assumed:
            assert template.cost.source.opened
            assert template.cost.markup >= 1 and template.cost.central >= (template.cost.amount_usd or 0)

    def test_an_assumed_cost_is_wide_and_names_where_it_comes_from(self, template: Template) -> None:
        if template.cost and template.cost.assumed:
            assert template.cost.high >= WIDE * template.cost.low
            assert template.cost.place and template.cost.source.text


@EVERY
class TestEffects:
    def test_only_verified_estimates_and_verified_nulls_are_linked(self, template: Template) -> None:
        for link in template.effects:
            effect = effects()[link.effect]
            assert effect.usable or (effect.verified and effect.kind == "null")

    def test_noted_rows_exist_and_are_not_linked(self, template: Template) -> None:
        assert set(template.noted_effects) <= set(effects())
        assert not set(template.noted_effects) & {link.effect for link in template.effects}

    def test_no_follow_up_of_a_linked_trial_is_kept_silent(self, template: Template) -> None:
        pairs = {effects()[link.effect].pair for link in template.effects} - {""}
        trial = {effect.id for effect in effects().values() if effect.pair in pairs}
        assert trial - {link.effect for link in template.effects} - set(template.noted_effects) == set()

    def test_units_fit(self, template: Template) -> None:
        for link in template.effects:
            unit, moved = effects()[link.effect].unit, indicators()[link.indicator]
            assert unit in ("percent", "percentage points") and link.scale == 0.01
            if unit == "percent":
                assert indicators()[link.base].unit == moved.unit and 0 < link.base_share <= 1
            else:
                assert not link.base and moved.unit == "share 0-1"
            assert indicators()[link.denominator].unit == "persons"
            assert 0 < link.take_up <= 1

    def test_they_move_national_indicators_that_some_source_has(self, template: Template) -> None:
        for link in template.effects:
            moved = indicators()[link.indicator]
            assert moved.level == "national" and moved.direction.sign
            assert {"world_bank", "factbook"} & set(moved.sources) or moved.ratio

    def test_they_move_the_way_the_template_says_it_pushes(self, template: Template) -> None:
        for link in template.effects:
            size = effects()[link.effect].effect
            assert size is None or template.pushes[link.indicator] == link.sign * (1 if size > 0 else -1)

    def test_a_share_between_study_and_country_is_explained_where_it_first_stands(self, template: Template) -> None:
        explained: set[tuple[str, float, float]] = set()
        for link in template.effects:
            shares = (link.indicator, link.base_share, link.take_up)
            if shares not in explained and shares[1:] != (1.0, 1.0):
                assert re.search(r"taken|assumption|judgement|count", link.reason)
            explained.add(shares)

    def test_what_is_not_linked_says_why(self, template: Template) -> None:
        assert template.effects or template.no_effect_reason
        assert template.cost or template.no_cost_reason
