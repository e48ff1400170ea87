"""What is known of a country, at a glance."""

from bothshores.evidence import gather, prefer, summarise


def test_one_row_an_indicator_with_its_latest_figure():
    observations = gather().observations
    summary = summarise(observations, prefer(observations), "NPL")
    rows = {row["indicator"]: row for row in summary.iter_rows(named=True)}
    assert list(rows) == sorted(rows)
    remittances = rows["remittances_share_gdp"]
    assert (remittances["value"], remittances["year"]) == (0.331, 2024)
    assert (remittances["years"], remittances["sources"], remittances["source"]) == (3, 1, "factbook")
    assert remittances["label"] == "Remittances compared with GDP"
    assert rows["remittances_per_capita"]["sources"] == 0, "nobody publishes it: it is derived"


def test_a_country_nobody_knows_has_no_rows():
    observations = gather().observations
    assert summarise(observations, prefer(observations), "ZZZ").is_empty()
