"""A figure is read out of free text as it stands there, and nothing that is not a figure becomes one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothshores.evidence.factbook_text import Figure, Reason, clean, day_year, read

TEXTS = {
    "31,334,402 (2025 est.)": Figure(31334402.0, 2025, "estimated", False, False),
    "3.7% (2024 est.)": Figure(3.7, 2024, "estimated", True, False),
    "-$3.088 billion (2022 est.)": Figure(-3.088e9, 2022, "estimated", False, True),
    "$1.752 trillion (2024 est.)": Figure(1.752e12, 2024, "estimated", False, True),
    "$11,666,542 (2017 est.)": Figure(11666542.0, 2017, "estimated", False, True),
    "8.435 million (2024 est.)": Figure(8.435e6, 2024, "estimated", False, False),
    "-4.46 migrant(s)/1,000 population (2025 est.)": Figure(-4.46, 2025, "estimated", False, False),
    "\u22124.46 migrant(s)/1,000 population (2025 est.)": Figure(-4.46, 2025, "estimated", False, False),
    "\u20130.1% (2021 est.)": Figure(-0.1, 2021, "estimated", True, False),
    "142 deaths/100,000 live births (2023 est.)": Figure(142.0, 2023, "estimated", False, False),
    "33.1% of GDP (2024 est.)": Figure(33.1, 2024, "estimated", True, False),
    "17.5% (of GDP) (2021 est.)": Figure(17.5, 2021, "estimated", True, False),
    "75.3% of total population (2023)": Figure(75.3, 2023, "observed", True, False),
    "total: 96.6% of population (2022 est.)": Figure(96.6, 2022, "estimated", True, False),
    "67.8% (male 10,153,682/female 10,957,011)": Figure(67.8, 0, "observed", True, False),
    "6.4% (2024 est.) (male 961,717/female 1,015,598)": Figure(6.4, 2024, "estimated", True, False),
    "(2017 est.) 77.9": Figure(77.9, 2017, "estimated", False, False),
    "4.6% (2015/16)": Figure(4.6, 2015, "observed", True, False),
    "652,271 (July 2020 est.)": Figure(652271.0, 2020, "estimated", False, False),
    "5% (2030 proj.)": Figure(5.0, 2030, "projected", True, False),
    "approximately 1,200 (2021)": Figure(1200.0, 2021, "estimated", False, False),
    "<p>9.2%&nbsp;(2020)</p>": Figure(9.2, 2020, "observed", True, False),
    "NA": Reason.NOT_AVAILABLE,
    "total: NA": Reason.NOT_AVAILABLE,
    "uninhabited": Reason.NO_NUMBER,
    "<p>the US dollar is used</p>": Reason.NO_NUMBER,
    "less than 1% (2020)": Reason.BOUND,
    "<strong>note:</strong> &lt;1% (2020)": Reason.BOUND,
    "10%-15% (2019)": Reason.RANGE,
    "$1 million-$2 million (2020)": Reason.RANGE,
    "between 5 and 10% (2020)": Reason.RANGE,
    "Kosovo: 12% (2014), Serbia 3%": Reason.SEVERAL,
    "5.7% of GDP (2023 est.) NA": Reason.SEVERAL,
    "0.782 (2024 est.), 0.805 (2023 est.)": Reason.SEVERAL,
}


@pytest.mark.parametrize(("text", "said"), TEXTS.items())
def test_texts_of_the_factbook(text, said):
    assert read(text) == [said]


def test_several_years_in_one_text_are_several_figures():
    said = read("Moroccan dirhams (MAD) per US dollar - / 9.639 (2017 est.) / 9.7351 (2015)")
    assert [(each.value, each.year, each.status) for each in said] == [
        (9.639, 2017, "estimated"),
        (9.7351, 2015, "observed"),
    ]


def test_a_span_of_years_is_no_year():
    assert read("3.09% annual rate of change (2020-25 est.)")[0].year == 0


@given(
    value=st.integers(-(10**9), 10**9),
    decimals=st.integers(0, 3),
    scale=st.sampled_from(["", " thousand", " million", " billion", " trillion"]),
    year=st.integers(1900, 2099),
    money=st.booleans(),
)
def test_what_is_written_is_what_is_read(value, decimals, scale, year, money):
    number = value / 10**decimals
    sign = "-" if number < 0 else ""
    text = f"{sign}{'$' if money else ''}{abs(number):,.{decimals}f}{scale} ({year} est.)"
    [said] = read(text)
    factor = {"": 1, " thousand": 1e3, " million": 1e6, " billion": 1e9, " trillion": 1e12}[scale]
    assert said == Figure(pytest.approx(number * factor), year, "estimated", False, money)


@given(st.text(max_size=80))
def test_no_text_is_an_error(text):
    assert all(isinstance(each, Figure | Reason) for each in read(text))


@given(st.text(max_size=40))
def test_cleaning_twice_changes_nothing_in_plain_text(text):
    plain = clean(text.replace("&", "").replace("<", "").replace(">", ""))
    assert clean(plain) == plain


@pytest.mark.parametrize(
    ("text", "year"),
    {
        "6/12/2021": 2021,
        "1/12/2025 to 2/16/2025": 2025,
        "12/27/2020 to 7/25/2021": 2021,
        "5/14/2023 (House of Representatives dissolved on 12 December 2025)": 2023,
        "13 January 2024": 2024,
        "10/2023": 2023,
        "44420": 2021,
        "EP - 6/9/2024": 2024,
        "not yet held": 0,
    }.items(),
)
def test_dates_of_elections(text, year):
    assert day_year(text) == year
