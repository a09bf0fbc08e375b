"""Tests and intervals on networks: each takes networks and gives a table and a sentence."""

from collabnet.stats.alike import Homophily, homophily
from collabnet.stats.autocorrelation import network_autocorrelation
from collabnet.stats.leave_one_out import jackknife
from collabnet.stats.paired import compare_paired
from collabnet.stats.qap import qap_correlation
from collabnet.stats.regression import Regression, mrqap
from collabnet.stats.result import Result
from collabnet.stats.steadiness import Stability, stability
from collabnet.stats.sureness import centrality_intervals
from collabnet.stats.uniform_graphs import cug_test
from collabnet.stats.vertices import vertex_bootstrap

__all__ = [
    "Homophily",
    "Regression",
    "Result",
    "Stability",
    "centrality_intervals",
    "compare_paired",
    "cug_test",
    "homophily",
    "jackknife",
    "mrqap",
    "network_autocorrelation",
    "qap_correlation",
    "stability",
    "vertex_bootstrap",
]
