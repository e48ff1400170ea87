"""How many persons a target group is a share of."""

import pytest

from bothshores.catalogue.templates import TargetGroup
from bothshores.plan.latest import Latest, persons

GROUP = TargetGroup("Uprooted workers", "idps_conflict", ("unemployment_rate",), 0.1, "", plus=("refugees_hosted",))


@pytest.mark.parametrize(
    "here, counted",
    [
        ({"idps_conflict": 6.0, "refugees_hosted": 1_000.0, "unemployment_rate": 0.5}, 503.0),
        ({"refugees_hosted": 1_000.0, "unemployment_rate": 0.5}, 500.0),
        ({"unemployment_rate": 0.5}, None),
        ({"idps_conflict": 6.0, "refugees_hosted": 1_000.0}, None),
    ],
)
def test_known_groups_are_added_and_every_factor_must_be_known(here, counted):
    assert persons({name: Latest(value, 2024, "made up") for name, value in here.items()}, GROUP) == counted
