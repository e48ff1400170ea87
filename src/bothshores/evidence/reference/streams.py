"""Random numbers of one seed, a stream for each subject: a new subject changes nobody else's draws."""

from __future__ import annotations

import zlib

import numpy as np


def stream(seed: int, subject: str) -> np.random.Generator:
    """The stream of a subject under a seed."""
    return np.random.default_rng([seed, zlib.crc32(subject.encode())])
