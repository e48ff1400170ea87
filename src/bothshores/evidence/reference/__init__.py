"""A country that does not exist, with everything the loop needs and a truth that was planted in it.

make(seed)              name and content of every file
write(seed, folder)     the same on disk: official files, micro data, the truth beside them
make_world, make_national, futures          its statistics in memory, and what comes after the last known year
planted_effects, outcomes                   what measures would really do, and what a budget would really change
"""

from bothshores.evidence.reference.effects import outcomes, planted_effects
from bothshores.evidence.reference.national import futures, last_figures, make_national
from bothshores.evidence.reference.world import make_world
from bothshores.evidence.reference.write import make, write

__all__ = ["futures", "last_figures", "make", "make_national", "make_world", "outcomes", "planted_effects", "write"]
