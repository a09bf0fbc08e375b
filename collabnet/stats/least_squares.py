"""Least squares of a relation on others, and what each leaves beside the others."""

from dataclasses import dataclass

import numpy as np

from collabnet.engine import Floats
from collabnet.model.errors import AssumptionError

NO_MORE = 1e-7
"""A relation that has less than this part of its spread left beside the others is one of them."""
ALL = 1e-12
"""A part of the spread that is too small to be more than rounding: all is explained."""


@dataclass(frozen=True, eq=False)
class Fit:
    """Least squares of a relation on others; the intercept comes first.

    ``left[k]`` is what the other terms leave of relation k, ``basis[k]`` is orthonormal and spans
    those others, ``outcome_left[k]`` is what they leave of the outcome.
    """

    coefficients: Floats
    t: Floats
    unexplained: float
    freedom: int
    left: list[Floats]
    basis: list[Floats]
    outcome_left: list[Floats]


def fit(outcome: Floats, explaining: list[Floats], names: list[str]) -> Fit:
    """Fit an outcome to an intercept and other columns.

    Sums are made without the threads of a numerics library: the same to the last digit anywhere.

    Raises
    ------
    AssumptionError
        If there is too little to fit, nothing to explain, or a column made up of others.
    """
    terms = [np.ones(outcome.size), *explaining]
    freedom = outcome.size - len(terms)
    if freedom < 1:
        raise AssumptionError(
            f"mrqap needs more pairs of actors than terms; got {outcome.size} pairs with a value "
            f"in every relation, and {len(terms)} terms. Leave relations out."
        )
    if np.ptp(outcome) == 0:
        raise AssumptionError(
            "mrqap needs a y that differs between pairs of actors; it is the same for all. There "
            "is nothing to explain."
        )
    coefficients, squares, left, basis, outcome_left = [], [], [], [], []
    for k, term in enumerate(terms):
        others = _orthonormal([one for i, one in enumerate(terms) if i != k])
        rest = _without(term, others)
        if _norm(rest) <= NO_MORE * _norm(term):
            raise AssumptionError(
                f"mrqap needs relations that differ from each other; {names[max(k - 1, 0)]} is "
                "the same for all pairs, or made up of the others. Leave it out."
            )
        coefficients.append(dot(rest, outcome) / dot(rest, rest))
        squares.append(dot(rest, rest))
        left.append(rest)
        basis.append(others)
        outcome_left.append(_without(outcome, others))
    residual = _without(outcome, _orthonormal(terms))
    unexplained = dot(residual, residual)
    if unexplained <= ALL * ((outcome - outcome.mean()) ** 2).sum():
        unexplained = 0.0
    b = np.array(coefficients)
    with np.errstate(divide="ignore", invalid="ignore"):
        t = b / np.sqrt(unexplained / freedom / np.array(squares))
    return Fit(b, t, unexplained, freedom, left[1:], basis[1:], outcome_left[1:])


def _orthonormal(columns: list[Floats]) -> Floats:
    """Columns of length 1 at right angles that span the same; done twice against rounding."""
    found: list[Floats] = []
    for column in columns:
        rest = column
        if found:
            rest = _without(column, np.stack(found, axis=1))
        if (size := _norm(rest)) > NO_MORE * _norm(column):
            found.append(rest / size)
    return np.stack(found, axis=1) if found else np.zeros((columns[0].size, 0))


def _without(column: Floats, basis: Floats) -> Floats:
    for _ in range(2):
        column = column - np.einsum("cq,q->c", basis, np.einsum("c,cq->q", column, basis))
    return column


def dot(first: Floats, second: Floats) -> float:
    """Add up the products of two columns."""
    return float((first * second).sum())


def _norm(column: Floats) -> float:
    return float(np.sqrt(dot(column, column)))
