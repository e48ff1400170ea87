"""What is so, what is missing, what is coming?

    gather(folders)                           the whole world's evidence: embedded data and official files
    prefer(observations)                      one figure for each country, indicator and year, with derived figures
    summarise(observations, figures, country) what is known of one country, at a glance
    profile(observations, figures, country)   a national migration profile: figures by topic, and the gaps
    fetch(country, folder)                    World Bank series over the network, as files that `gather` reads

Sources are plug-ins (`sources/<id>.py`, kind in `kinds.py`): each recognises its files by content and reads them.
Tables: `observations`, `figures`, `stocks`, `corridor_remittances`, `corridor_prices`, `occupations`,
`occupation_matches`, `profile`, `sources`, `issues`
(`bothshores.tables.evidence`).
"""

from bothshores.evidence.assemble import Evidence
from bothshores.evidence.fetch import fetch
from bothshores.evidence.gather import gather
from bothshores.evidence.prefer import prefer
from bothshores.evidence.profile import profile
from bothshores.evidence.summarise import summarise

__all__ = ["Evidence", "fetch", "gather", "prefer", "profile", "summarise"]
