"""Double semi-partialling: t values when what is left of a relation is relabelled."""

import numpy as np

from collabnet.engine import Bools, Floats, Ints
from collabnet.engine.work import in_parts
from collabnet.stats.least_squares import ALL, Fit, dot
from collabnet.stats.orders import Orders
from collabnet.stats.relations import Relations


def t_relabelled(
    fit: Fit, k: int, every: Relations, cells: tuple[Ints, Ints], orders: Orders, name: str
) -> Floats:
    """Give the t values of relation k when what the others leave of it is relabelled.

    After Dekker, Krackhardt and Snijders (2007). Where pairs have no value, each relabelling
    counts those that have one in it.
    """
    n = len(every.ids)
    square = np.full((n, n), np.nan)
    square[cells] = fit.left[k]
    if not every.is_directed:
        square[cells[1], cells[0]] = fit.left[k]
    is_known = np.isfinite(square)
    np.nan_to_num(square, copy=False)
    rows, columns = cells
    basis, outcome = fit.basis[k], fit.outcome_left[k]
    has_all = rows.size == every.cells[0].size
    whole = _t_of_all if has_all else _t_of_known

    def work(begin: int, end: int) -> Floats:
        drawn = orders.take(end - begin)
        first, second = drawn[:, rows], drawn[:, columns]
        return whole(square[first, second], is_known[first, second], basis, outcome)

    part = orders.part(rows.size * (1 if has_all else basis.shape[1]))
    what = f"the regression with {name} relabelled"
    return np.concatenate(list(in_parts(work, orders.count, part=part, what=what)))


def _t_of_all(drawn: Floats, _: Bools, basis: Floats, outcome: Floats) -> Floats:
    """The t value of each relabelling where every pair has a value."""
    shared = np.einsum("kc,cq->kq", drawn, basis)
    square = np.einsum("kc,kc->k", drawn, drawn) - np.einsum("kq,kq->k", shared, shared)
    together = np.einsum("kc,c->k", drawn, outcome)
    freedom = np.full(len(drawn), outcome.size - basis.shape[1] - 1)
    return _t(together, square, np.full(len(drawn), dot(outcome, outcome)), freedom)


def _t_of_known(drawn: Floats, is_known: Bools, basis: Floats, outcome: Floats) -> Floats:
    """The same where some pairs have none: in each relabelling, over those that have."""
    weight = is_known.astype(np.float64)
    inverse = np.linalg.pinv(np.einsum("kc,cp,cq->kpq", weight, basis, basis), hermitian=True)
    shared = np.einsum("kc,cq->kq", drawn, basis)
    of_outcome = np.einsum("kc,cq->kq", weight, basis * outcome[:, None])

    def left(one: Floats, first: Floats, second: Floats) -> Floats:
        rest: Floats = one - np.einsum("kp,kpq,kq->k", first, inverse, second)
        return rest

    square = left(np.einsum("kc,kc->k", drawn, drawn), shared, shared)
    together = left(np.einsum("kc,c->k", drawn, outcome), shared, of_outcome)
    spread = left(np.einsum("kc,c->k", weight, outcome * outcome), of_outcome, of_outcome)
    return _t(together, square, spread, weight.sum(axis=1) - basis.shape[1] - 1)


def _t(together: Floats, square: Floats, spread: Floats, freedom: Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        unexplained = spread * square - together**2
        unexplained[unexplained <= ALL * spread * square] = 0.0
        t = together * np.sqrt(freedom) / np.sqrt(unexplained)
    t[~((freedom > 0) & (square > 0))] = np.nan
    return np.asarray(t)
