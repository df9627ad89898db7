"""One Python raking tool on one table: peers.py TOOL ANSWERS.csv MARGINS.csv WEIGHTS

Run by compare.py, one process for each run. Writes a line of JSON: the seconds from the columns of
text in memory to a weight for each respondent, and what the tool said. Nothing a tool says is
silenced: what it prints, warns or logs is part of the answer.
"""
import contextlib
import importlib.metadata
import io
import json
import logging
import sys
import time
import warnings

import numpy as np
import pandas as pd


class Records(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.messages = []

    def emit(self, record):
        self.messages.append(record.getMessage())


def main(tool, answers, margins, out):
    table = pd.read_csv(answers, dtype=str)
    figures = pd.read_csv(margins, dtype={"variable": str, "category": str})
    population = {}
    for row in figures.itertuples():
        population.setdefault(row.variable, {})[row.category] = float(row.population)
    function, package = TOOLS[tool]
    prepare(package)
    handler, printed = Records(), io.StringIO()
    logging.getLogger().addHandler(handler)
    logging.getLogger("balance").addHandler(handler)
    answer = {"version": importlib.metadata.version(package)}
    with warnings.catch_warnings(record=True) as warned, contextlib.redirect_stdout(printed):
        warnings.simplefilter("always")
        start = time.perf_counter()
        try:
            weights, more = function(table, population)
            answer["inner"] = time.perf_counter() - start
            answer.update(more)
        except Exception as error:  # what a tool refuses is its answer
            answer["refused"] = True
            answer["error"] = f"{type(error).__name__}: {error}"[:300]
    ours = (FutureWarning, DeprecationWarning)
    said = [printed.getvalue().strip()]
    said += [str(w.message)[:200] for w in warned if not issubclass(w.category, ours)]
    # That nothing was dropped is no complaint.
    said += [m[:200] for m in dict.fromkeys(handler.messages) if not m.startswith("Dropped 0/")]
    answer["said"] = " | ".join(s for s in said if s)
    if "error" in answer:
        answer["said"] = answer["error"]
    else:
        np.asarray(weights, dtype=np.float64).tofile(out)
    print(json.dumps(answer))


def prepare(package):
    """Imports are not part of the raking step."""
    if package == "ipfn":
        from ipfn import ipfn  # noqa: F401
    if package == "weightipy":
        import weightipy  # noqa: F401
        from weightipy.internal.rim import Rim  # noqa: F401
    if package == "balance":
        from balance.weighting_methods import rake  # noqa: F401


def codes_of(table, population):
    return [pd.Categorical(table[v], categories=list(c)).codes for v, c in population.items()]


def numpy_cells(table, population):
    """What a careful NumPy program does: a table of cells, and sums over its axes."""
    codes = codes_of(table, population)
    start = time.perf_counter()
    shape = [len(c) for c in population.values()]
    flat = np.ravel_multi_index(codes, shape)
    counts = np.bincount(flat, minlength=int(np.prod(shape))).astype(float).reshape(shape)
    cells = counts.copy()
    axes = [tuple(a for a in range(len(shape)) if a != axis) for axis in range(len(shape))]
    targets = [np.array(list(c.values())) for c in population.values()]
    error = np.inf
    for _ in range(1000):
        for axis, target in enumerate(targets):
            view = [1] * len(shape)
            view[axis] = -1
            cells *= (target / cells.sum(axis=axes[axis])).reshape(view)
        error = max(np.abs(cells.sum(axis=a) / t - 1).max() for a, t in zip(axes, targets))
        if error < 1e-10:
            break
    with np.errstate(all="ignore"):
        weights = (cells / counts).ravel()[flat]
    spent = time.perf_counter() - start
    if not error < 1e-10:
        raise ValueError(f"no convergence, error {error:.3g} (our own test)")
    return weights, {"codes": spent}


def ipfn_table(table, population, **settings):
    from ipfn import ipfn

    shape = [len(c) for c in population.values()]
    codes = codes_of(table, population)
    flat = np.ravel_multi_index(codes, shape)
    counts = np.bincount(flat, minlength=int(np.prod(shape))).astype(float).reshape(shape)
    fitted, converged, history = ipfn.ipfn(
        counts.copy(),
        [np.array(list(c.values())) for c in population.values()],
        [[axis] for axis in range(len(shape))],
        verbose=2,
        **settings,
    ).iteration()
    with np.errstate(all="ignore"):
        return (fitted / counts).ravel()[flat], {"converged": bool(converged)}


TIGHT = {"convergence_rate": 1e-10, "rate_tolerance": 0.0, "max_iteration": 1000}


def ipfn_records(table, population):
    from ipfn import ipfn

    records = table[list(population)].copy()
    records["total"] = sum(next(iter(population.values())).values()) / len(records)
    records["place"] = range(len(records))
    fitted, converged, _ = ipfn.ipfn(
        records,
        [pd.Series(c).rename_axis(v) for v, c in population.items()],
        [[v] for v in population],
        verbose=2,
        **TIGHT,
    ).iteration()
    return fitted.sort_values("place").total.values, {"converged": bool(converged)}


def weightipy_rim(table, population):
    import weightipy
    from weightipy.internal.rim import Rim

    totals = {v: sum(c.values()) for v, c in population.items()}
    scheme = Rim("scheme")
    scheme.set_targets(
        [{v: {k: 100 * x / totals[v] for k, x in c.items()}} for v, c in population.items()],
        group_name="all",
    )
    weights = weightipy.weight(table, scheme).values
    return weights * next(iter(totals.values())) / len(table), {}


def balance_rake(table, population, **settings):
    from balance.weighting_methods.rake import prepare_marginal_dist_for_raking, rake

    totals = {v: sum(c.values()) for v, c in population.items()}
    target = prepare_marginal_dist_for_raking(
        {v: {k: x / totals[v] for k, x in c.items()} for v, c in population.items()}
    )
    names = list(population)
    result = rake(
        table[names],
        pd.Series(np.ones(len(table))),
        target[names],
        pd.Series(np.full(len(target), next(iter(totals.values())) / len(target))),
        transformations=None,
        **settings,
    )
    return result["weight"].values, {"converged": bool(result["model"]["converged"])}


TOOLS = {
    "numpy": (numpy_cells, "numpy"),
    "ipfn": (lambda t, p: ipfn_table(t, p, **TIGHT), "ipfn"),
    "ipfn-default": (ipfn_table, "ipfn"),
    "ipfn-records": (ipfn_records, "ipfn"),
    "weightipy": (weightipy_rim, "weightipy"),
    "balance": (lambda t, p: balance_rake(t, p, **TIGHT), "balance"),
    "balance-default": (balance_rake, "balance"),
}

if __name__ == "__main__":
    main(*sys.argv[1:])
