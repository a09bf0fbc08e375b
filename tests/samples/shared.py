"""Samples that are read, and assessed, once for all tests: neither ever changes."""

from functools import cache

import collabnet as cn


@cache
def coalition_of(sample):
    """Give the coalition of a sample."""
    return cn.load(f"sample:{sample}")


@cache
def assessment_of(sample):
    """Give the assessment of a sample, with nothing chosen."""
    return cn.assess(coalition_of(sample))
