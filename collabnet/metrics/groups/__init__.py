"""Ties within and between groups, and who brokers between them."""

from collabnet.metrics.groups.assortative import degree_assortativity, group_assortativity
from collabnet.metrics.groups.blocks import density_between, group_mixing, strength_between
from collabnet.metrics.groups.brokers import (
    brokerage_roles,
    brokerage_roles_by_group,
    brokerage_totals,
)
from collabnet.metrics.groups.brokers_expected import brokerage_expected
from collabnet.metrics.groups.external import ei_index, ei_index_by_actor, ei_index_by_group
from collabnet.metrics.groups.relations import multiplexity, multiplexity_by_actor

__all__ = [
    "brokerage_expected",
    "brokerage_roles",
    "brokerage_roles_by_group",
    "brokerage_totals",
    "degree_assortativity",
    "density_between",
    "ei_index",
    "ei_index_by_actor",
    "ei_index_by_group",
    "group_assortativity",
    "group_mixing",
    "multiplexity",
    "multiplexity_by_actor",
    "strength_between",
]
