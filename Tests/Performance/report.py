"""The report of the benchmark: what was asked for, what was measured, and on what."""
import chart
from machine import ROOT, median, spread

DOCS = ROOT / "Sources" / "Pipeline" / "Documentation.docc"


class Figures:
    """Medians and ratios of the runs."""

    def __init__(self, runs):
        self.runs = runs

    def has(self, *keys):
        return all(key in self.runs for key in keys)

    def seconds(self, key):
        return median(self.runs[key], "seconds")

    def ratio(self, one, other):
        """The median of one over that of the other, in the same rounds."""
        return self.seconds(one) / self.seconds(other)

    def per_cpu_second(self, key):
        said = [run["said"] for run in self.runs[key]]
        values = sorted(s["texts"] / s["cpu"] for s in said)
        middle = len(values) // 2
        return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2

    def raking(self, key, begin):
        """Seconds to a weight for each, from the answers as text (inner) or as codes."""
        values = sorted(run["said"][begin] for run in self.runs[key])
        return values[len(values) // 2]


def targets(figures, scale):
    """(what, value, unit, limit, whether the value is to be at most the limit, goal)."""
    f = figures
    found = []

    def add(keys, what, value, limit, at_most, goal=None, unit="×"):
        if f.has(*keys):
            found.append((what, value(), unit, limit, at_most, goal))

    add(["coverage", "csv_pass"], "CSV, without register, over one libcsv pass",
        lambda: f.ratio("coverage", "csv_pass"), 2.0, True, 1.4)
    add(["run-csv-2", "csv_pass"], "CSV, whole run with register, over one libcsv pass",
        lambda: f.ratio("run-csv-2", "csv_pass"), 3.0, True, 2.0)
    add(["run-xml-2", "xml_pass"], "XML, whole run with register, over one libxml2 pass",
        lambda: f.ratio("run-xml-2", "xml_pass"), 3.0, True, 2.0)
    for key, name, limit, goal in (("polars", "polars", 2, 4), ("duckdb", "DuckDB", 6, 10),
                                   ("pandas", "pandas and Python", 15, 30),
                                   ("regex", "pandas and 100 expressions", 150, 300)):
        add([key, "run-csv-2"], f"{name} over a whole run", lambda k=key: f.ratio(k, "run-csv-2"),
            limit, False, goal)
    for key, name, limit, goal in (("tag-memo", "the same algorithm in Python", 25, 40),
                                   ("tag-ahocorasick", "pyahocorasick", 6, 10),
                                   ("tag-polars", "polars `find_many`", 6, 10)):
        add([key, "TagBench"], f"tagging for each processor, over {name}",
            lambda k=key: f.per_cpu_second("TagBench") / f.per_cpu_second(k), limit, False, goal)
    add(["run-csv-1", "run-csv-2"], "second worker, whole run",
        lambda: f.ratio("run-csv-1", "run-csv-2"), 1.6, False, 1.9)
    add(["coverage-1", "coverage"], "second worker, without register",
        lambda: f.ratio("coverage-1", "coverage"), 1.6, False, 1.9)
    for factor in (1, 5, 10):
        add([f"rows-{factor}"], f"peak memory, {factor * scale:g} million rows",
            lambda k=f"rows-{factor}": median(f.runs[k], "megabytes"), 200, True, 120, unit=" MB")
    add(["rows-10", "rows-1"], "ten times the rows, time",
        lambda: f.ratio("rows-10", "rows-1"), 11, True, 10.2)
    for begin, words in (("inner", "answers as text"), ("codes", "answers as codes")):
        add(["RakeBench", "numpy"], f"raking, four margins, {words} to weights, over NumPy on cells",
            lambda b=begin: f.raking("RakeBench", b) / f.raking("numpy", b), 1.0, True, 0.5)
    add(["sample"], "`inspel run` on the sample of 240 submissions",
        lambda: f.seconds("sample"), 0.5, True, 0.15, unit=" s")
    add(["version", "empty"], "`inspel --version` over an empty Swift program",
        lambda: f.ratio("version", "empty"), 2.0, True, 1.2)
    return found


def number(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def target_table(found):
    lines = ["| what | measured | limit | goal | |", "|---|---|---|---|---|"]
    for what, value, unit, limit, at_most, goal in found:
        holds = value <= limit if at_most else value >= limit
        sign = "≤" if at_most else "≥"
        lines.append(f"| {what} | {number(value)}{unit} | {sign} {limit:g}{unit} | "
                     f"{f'{goal:g}{unit}' if goal else ''} | {'met' if holds else '**not met**'} |")
    return lines


def run_table(figures, tasks, reference):
    lines = ["| program | what it does | median s | spread | CPU s | peak MB | × limit |",
             "|---|---|---|---|---|---|---|"]
    for task in tasks:
        if task.key not in figures.runs:
            continue
        runs = figures.runs[task.key]
        low, high = spread(runs, "seconds")
        part = f", scaled from {task.rows:,} rows" if task.scale != 1 else ""
        limit = reference(task)
        over = f"{figures.ratio(task.key, limit):.2f}" if limit else ""
        lines.append(
            f"| {task.label} | {task.does}{part} | {number(median(runs, 'seconds'))} | "
            f"{number(low)}–{number(high)} | "
            f"{number(median(runs, 'cpu')) if task.scale == 1 else ''} | "
            f"{median(runs, 'megabytes'):.0f} | {over} |")
    return lines


def tagging_table(figures, tasks):
    lines = ["| tagger | what it finds | texts for each CPU second | Inspel is |", "|---|---|---|---|"]
    ours = figures.per_cpu_second("TagBench")
    for task in tasks:
        rate = figures.per_cpu_second(task.key)
        lines.append(f"| {task.label} | {task.does} | {rate:,.0f} | {number(ours / rate)}× |")
    return lines


def machine_words(result):
    m = result["machine"]
    loads = [run["load"] for runs in result["runs"].values() for run in runs]
    peers = ", ".join(f"{name} {version}" for name, version in sorted(m["peers"].items()))
    return [
        f"Measured {m['date']} at commit {m['commit']} (inspel {m['inspel']}), in "
        f"{result['minutes']:g} minutes: {m['processors']} processors {m['processor']}, "
        f"{m['memory']}, {m['system']}. {m['swift']}; libcsv {m['libcsv']}, libxml2 "
        f"{m['libxml2']}, SQLite {m['sqlite']}; Python {m['python']}, {peers}. Load of the machine "
        f"before a run: {min(loads):.1f} to {max(loads):.1f}.",
        "",
        f"{result['expected']['csv']['rows']:,} rows of CSV "
        f"({result['expected']['csv']['bytes'] / 1e6:.0f} MB), "
        f"{result['expected']['xml']['rows']:,} forms of XML "
        f"({result['expected']['xml']['bytes'] / 1e6:.0f} MB); medians of {result['rounds']} "
        f"rounds in which every program ran once. {result['compared']:,} texts were tagged the "
        "same by Inspel and by its Python form, theme by theme, score by score and word by word."]


def write(result, main_tasks, tagging, small, raking, folder, docs):
    figures = Figures(result["runs"])
    found = targets(figures, result["scale"])
    csv = [t for t in main_tasks if "xml" not in t.key]
    xml = [t for t in main_tasks if "xml" in t.key]
    body = machine_words(result)
    body += ["", "## What is promised", "", *target_table(found)]
    body += ["", "## Survey as CSV", "",
             *run_table(figures, csv, lambda t: "csv_pass")]
    body += ["", "## Forms as XML", "", *run_table(figures, xml, lambda t: "xml_pass")]
    body += ["", "## Tagging, for each processor", "", *tagging_table(figures, tagging)]
    body += ["", "## Small things", "", *run_table(figures, small, lambda t: None)]
    if raking:
        body += ["", "## Raking", "", "| program | what | s from text to weights | s from codes |",
                 "|---|---|---|---|"]
        body += [f"| {t.label} | {t.does} | {figures.raking(t.key, 'inner'):.5f} | "
                 f"{figures.raking(t.key, 'codes'):.5f} |" for t in raking]
    rows = sorted((k for k in figures.runs if k.startswith("rows-")), key=lambda k: int(k[5:]))
    if rows:
        body += ["", "## More rows"]
        if rows != ["rows-1"]:
            body += ["", "Copies of the survey, each row with a mark of its copy in its number and "
                     "its text."]
        body += ["", "| million rows | s | peak MB |", "|---|---|---|"]
        body += [f"| {int(k[5:]) * result['scale']:g} | {number(figures.seconds(k))} | "
                 f"{median(figures.runs[k], 'megabytes'):.0f} |" for k in rows]
    picture = chart.bars(
        "Seconds for the survey, whole program (median)",
        [(t.label.replace("`", ""), figures.seconds(t.key), "inspel" in t.label,
          f"{number(figures.seconds(t.key))} s") for t in csv if t.key in figures.runs
         and t.key != "regex"])
    (folder / "report.md").write_text("# Benchmark\n\n" + "\n".join(body) + "\n", encoding="utf-8")
    (folder / "report.svg").write_text(picture, encoding="utf-8")
    written = [folder / "report.md", folder / "report.svg", folder / "results.json"]
    if docs:
        written += page(body, picture)
    return written


INTRODUCTION = """# Benchmarks

What the program costs beside the libraries it stands on and beside what else could be used.

## Overview

`make bench` measures again: it makes the data, runs every program in turns, checks what each wrote,
and writes a report to `.build-bench/report`. `SCALE=0.01` takes a minute. Ratios within one run are
what to compare: on a shared machine seconds vary by up to two times from round to round.

The limits are small C programs: one pass of libcsv over the file with callbacks that do nothing,
and one of libxml2. Whatever gives every byte to these libraries takes at least as long on one
processor. (Inspel gives libcsv everything but the inner stretches of long quoted fields.) The peers
are other tools at what they are good at; most do less than a run does, and the tables say what. What
a program wrote is checked against what the generator put into the data: rows and repeated answers for
each that reads the whole file, and for Inspel also every masked number and address, the SHA-256 and
the register. A peer that is too slow for the whole reads the first rows, and its seconds without the
start are scaled.

How cost grows with the material is on <doc:Growth>, and what the parts of a run are on
<doc:Performance>.

![Seconds of each program for a survey of a million rows](benchmarks.svg)

"""


def page(body, picture):
    """The page of the documentation, and its chart."""
    resources = DOCS / "Resources"
    resources.mkdir(exist_ok=True)
    text = INTRODUCTION + "\n".join(body).replace("\n## ", "\n### ") + "\n"
    (DOCS / "Benchmarks.md").write_text(text, encoding="utf-8")
    (resources / "benchmarks.svg").write_text(picture, encoding="utf-8")
    return [DOCS / "Benchmarks.md", resources / "benchmarks.svg"]
