"""The benchmark: limits, peers and the product in one run, in turns.

    bench.py [--scale 1] [--rounds 5] [--peers polars,duckdb,pandas,regex] [--docs] [--data DIR]

Every round runs each program once, so that a busy minute does not hit one of them. What counts are
the ratios of the medians within one run; seconds on a shared machine vary. The output of every run
is checked against what the generator says is in the data, and a wrong one ends the benchmark.

Results are in `.build-bench/report`: `results.json` with every run, `report.md` and `report.svg`;
`--docs` writes the page of the documentation too. Scale 1 is a million rows and half a million
forms; `--scale 0.01` takes a minute or two, and its ratios say little.
"""
import argparse
import array
import json
import pathlib
import shutil
import sys
import time
import types

import generate
import report
import tasks
from machine import BIN, PYTHON, WORK, Failure, build_limits, description, load, measure


def rounds(list_of_tasks, count, runs):
    """Runs every task once per round; all runs by key."""
    for number in range(count):
        for task in list_of_tasks:
            before = load()
            used = measure(task.command, task.environment, task.accepts)
            if task.check:
                task.check(used)
            used["seconds"] = task.seconds(used)
            used["load"] = before
            try:
                used["said"] = json.loads(used.pop("output"))
                if len(json.dumps(used["said"])) > 2_000:
                    used.pop("said")
            except ValueError:
                pass
            runs.setdefault(task.key, []).append(used)
            print(f"round {number + 1}: {task.key:14s} {used['seconds']:8.2f} s, CPU "
                  f"{used['cpu']:7.2f} s, {used['megabytes']:6.0f} MB, load {before}",
                  file=sys.stderr, flush=True)


def asked(**more):
    """The generator's arguments, the standard ones but for what is given."""
    values = vars(generate.parser().parse_args([]))
    return types.SimpleNamespace(**{**values, **more})


def raking_answers_agree():
    ours, floor = (array.array("d", (WORK / f"w{n}.bin").read_bytes()) for n in (1, 2))
    ratio = sum(ours) / sum(floor)
    worst = max(abs(a / b / ratio - 1) for a, b in zip(ours, floor))
    if len(ours) != len(floor) or worst > 1e-6:
        raise Failure(f"raking differs from the floor by {worst}")


def growth_of_rows(data, expected, factors, count, runs):
    """Memory and time of a run for more and more rows, all of the same kind.

    Rows that are many times those of the survey are longer by a mark each; so where there are such,
    the survey itself is marked as they are.
    """
    made = {factor: WORK / f"data-times-{factor}" for factor in factors if max(factors) > 1}
    sizes = []
    try:
        for factor in factors:
            folder = made.get(factor, data)
            wanted = {"csv": generate.multiply(data, folder, factor)} if made else expected
            task = tasks.inspel_run(folder, "csv", WORK / "out" / f"rows-{factor}", wanted, 2)
            task.key = f"rows-{factor}"
            sizes.append(task)
        rounds(sizes, count, runs)
    finally:
        for factor in factors:
            shutil.rmtree(WORK / "out" / f"rows-{factor}", ignore_errors=True)
        for folder in made.values():
            shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", default="polars,duckdb,pandas,regex,memo,ahocorasick")
    parser.add_argument("--rows", default=[1], help="millions of rows for the memory, as 1,5,10",
                        type=lambda text: [int(part) for part in text.split(",")])
    parser.add_argument("--docs", action="store_true")
    parser.add_argument("--data", type=pathlib.Path)
    options = parser.parse_args()
    build_limits()
    peers = set(options.peers.split(",")) if PYTHON.exists() else set()
    data = options.data or WORK / f"data-scale-{options.scale:g}"
    print(f"data in {data}", file=sys.stderr)
    expected = generate.generate(data, asked(
        rows=int(1_000_000 * options.scale), forms=int(500_000 * options.scale)))
    # A run refuses to replace more records by fewer, as another scale would ask it to.
    shutil.rmtree(WORK / "out", ignore_errors=True)
    runs = {}
    begun = time.time()
    main_tasks = tasks.main_tasks(data, expected, peers)
    counted = json.loads(measure([BIN / "csv_pass", "--count", data / "survey.csv"])["output"])
    tasks.expect("csv_pass, records", counted["records"], expected["csv"]["rows"] + 1)
    tasks.expect("csv_pass, fields", counted["fields"], 12 * (expected["csv"]["rows"] + 1))
    rounds(main_tasks, options.rounds, runs)
    texts = tasks.write_texts(data, expected["csv"]["texts"])
    compared = 0
    if "memo" in peers:
        compared = tasks.compare_taggers(data, texts, min(20_000, expected["csv"]["texts"]))
    tagging = tasks.tagging_tasks(data, expected, texts, peers)
    rounds(tagging, options.rounds, runs)
    small = tasks.small_tasks()
    rounds(small, max(options.rounds, 5), runs)
    raking = []
    if peers:
        _, answers, figures = tasks.raking_files(int(1_000_000 * options.scale))
        raking = tasks.raking_tasks(answers, figures)
        rounds(raking, options.rounds, runs)
        raking_answers_agree()
    growth_of_rows(data, expected, options.rows, options.rounds, runs)
    result = {"machine": description(), "scale": options.scale, "rounds": options.rounds,
              "minutes": round((time.time() - begun) / 60, 1), "expected": expected,
              "compared": compared, "runs": runs}
    folder = WORK / "report"
    folder.mkdir(exist_ok=True)
    (folder / "results.json").write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n")
    written = report.write(result, main_tasks, tagging, small, raking, folder, options.docs)
    print("\n".join(str(path) for path in written))


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"bench: {failure}")
