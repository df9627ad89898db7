"""How the cost of a run grows: with rows, text, codebook, distinct words and target groups.

    growth.py [--rows 200000] [--rounds 3]

One thing grows at a time and the others stay as in the benchmark. Each point is the median of the
rounds; a round measures every point once, so that a busy minute hits all series. Writes the page
Growth of the documentation with its chart, and `.build-bench/report/growth.json`.
"""
import argparse
import json
import math
import shutil
import sys

import bench
import chart
import generate
import tasks
from machine import RELEASE, WORK, Failure, build_limits, description, load, measure, median
from report import DOCS, number

SERIES = ["rows", "text", "codebook", "words", "groups"]


def points(rows):
    """Series, the number on its axis, and the generator's arguments."""
    def parts(*shares):
        return [int(rows * share) for share in shares]
    found = [("rows", n, {"rows": n}) for n in parts(0.05, 0.25, 0.5, 1, 2)]
    found += [("text", n, {"length": (n, n)}) for n in (25, 100, 225, 900, 3_600)]
    found += [("codebook", n, {"terms": n}) for n in (20, 200, 2_000)]
    found += [("words", n, {"vocabulary": n}) for n in (3_000, 30_000, 130_000, 600_000)]
    found += [("groups", 9 + n, {"areas": n}) for n in (0, 10, 50, 200)]
    for name, value, more in found:
        # Long texts are many bytes; fewer rows say the same of what one costs.
        count = more.get("rows", rows)
        if name == "text":
            count = min(rows, int(rows * 225 / value))
        yield name, value, {**more, "rows": max(count, 100), "forms": 0}


def slope(found):
    """By what power of its cause the cost grew between the last two points."""
    (x1, y1), (x2, y2) = found[-2:]
    return math.log(y2 / y1) / math.log(x2 / x1)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    build_limits()
    plan = []
    for name, value, more in points(options.rows):
        folder = WORK / "growth" / f"{name}-{value}"
        expected = generate.generate(folder, bench.asked(**more))
        plan.append((name, value, folder, expected, []))
    for turn in range(options.rounds):
        for name, value, folder, expected, runs in plan:
            # A place of its own: a run refuses to replace more records by fewer.
            task = tasks.inspel_run(folder, "csv", folder / "out", expected, 2, published=False)
            used = measure(task.command)
            task.check(used)
            used.pop("output")
            read = measure([RELEASE / "inspel", "coverage", folder / "csv", "--json"])
            used["coverage"] = read["wall"]
            used["load"] = load()
            runs.append(used)
            print(f"round {turn + 1}: {name} {value}: {used['wall']:.2f} s, CPU "
                  f"{used['cpu']:.2f} s, {used['megabytes']:.0f} MB", file=sys.stderr, flush=True)
    result = {"machine": description(), "rows": options.rows, "rounds": options.rounds,
              "points": [{"series": n, "value": v, "rows": e["csv"]["rows"],
                          "bytes": e["csv"]["bytes"], "runs": r} for n, v, _, e, r in plan]}
    folder = WORK / "report"
    folder.mkdir(exist_ok=True)
    (folder / "growth.json").write_text(json.dumps(result, indent=1) + "\n")
    shutil.rmtree(WORK / "growth", ignore_errors=True)
    write_page(result)


HEADINGS = {
    "rows": ("Rows", "rows asked for"),
    "text": ("Length of a text", "characters in each text"),
    "codebook": ("Codebook", "terms"),
    "words": ("Distinct words", "words the texts are drawn from"),
    "groups": ("Target groups", "groups in all background questions"),
}


def write_page(result):
    """The page and its chart, from the results."""
    lines = [INTRODUCTION]
    series = {}
    base = {}
    slopes = []
    for name in SERIES:
        mine = [p for p in result["points"] if p["series"] == name]
        title, unit = HEADINGS[name]
        lines += [f"### {title}", "",
                  f"| {unit} | rows | MB | s | CPU s | µs of CPU for each row | "
                  "MB for each CPU second | peak MB |",
                  "|---|---|---|---|---|---|---|---|"]
        values = []
        for point in mine:
            cpu, wall = median(point["runs"], "cpu"), median(point["runs"], "wall")
            each = cpu / point["rows"] * 1e6
            values.append((point["value"], cpu if name == "rows" else each))
            lines.append(f"| {point['value']:,} | {point['rows']:,} | {point['bytes'] / 1e6:.0f} | "
                         f"{number(wall)} | {number(cpu)} | {each:.1f} | "
                         f"{point['bytes'] / 1e6 / cpu:.0f} | "
                         f"{median(point['runs'], 'megabytes'):.0f} |")
        lines.append("")
        first = values[0]
        base[name] = first
        series[HEADINGS[name][0]] = [(x / first[0], y / first[1]) for x, y in values]
        slopes.append((title, values[-1][0] / first[0], values[-1][1] / first[1], slope(values)))
    lines += ["### In one table", "",
              "Cost is CPU seconds for rows, and CPU seconds for each row for the others. The "
              "power is that between the last two points: 1 is in proportion, 0 is no growth. What "
              "a run costs however small it is, is in every point.", "",
              "| what | grew by | cost grew by | power at the end |", "|---|---|---|---|"]
    lines += [f"| {t} | {x:.4g}× | {y:.2f}× | {p:.2f} |" for t, x, y, p in slopes]
    m = result["machine"]
    loads = [run["load"] for p in result["points"] for run in p["runs"]]
    lines += ["", f"Measured {m['date']} at commit {m['commit']}, rounds: {result['rounds']}"
              f", in one run, two workers: {m['processors']} processors {m['processor']}, "
              f"{m['memory']}, {m['swift']}, load {min(loads):.1f} to {max(loads):.1f}. "
              "`make growth` measures again."]
    (DOCS / "Growth.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    resources = DOCS / "Resources"
    resources.mkdir(exist_ok=True)
    picture = chart.growth("Cost against what grows, both as multiples of the first point",
                           series, "times the first point", "times the cost")
    (resources / "growth.svg").write_text(picture, encoding="utf-8")
    print(DOCS / "Growth.md")


INTRODUCTION = """# How cost grows

What a run costs when there is more of one thing.

## Overview

One thing grows at a time: rows, the length of the texts, the codebook, the number of distinct words
that the texts are drawn from, and the target groups. The rest is as in <doc:Benchmarks>. Every run
is a whole `inspel run`, and its account and its register are checked.

![Cost against rows, text length, codebook, distinct words and target groups](growth.svg)

## Measured
"""


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"growth: {failure}")
