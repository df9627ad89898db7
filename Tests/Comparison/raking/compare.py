"""Raking in inspel beside R survey, R anesrake, ipfn, weightipy, balance and plain NumPy.

    compare.py --inspel .build/release/RakeBench [--anesrake FOLDER] [--sizes 10000,100000]

Three questions. Are the weights right: against the golden weights of the tests, with the margin
error computed here from the weights handed out. Is a tool honest: about margins that nobody can
meet, and about a category without respondents. What does it cost: wall time of the process, the
inner time from columns of text in memory to a weight for each respondent, and peak memory, the
best of the runs, three unless told otherwise, taken in turn over the tools so that a busy minute
does not hit one tool.

Every run is a process of its own. Written to standard output as Markdown. A peer that is not
installed is named, and left out. Nothing of it runs in CI.

FOLDER has the sources of the R packages anesrake and weights in folders of these names; it is
only needed where anesrake is not installed. Python's peers are those of the interpreter that runs
this: pip install ipfn weightipy balance pyarrow. Peak memory needs GNU time.
"""
import argparse
import array
import contextlib
import csv
import datetime
import importlib.metadata
import importlib.util
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE.parents[1] / "RepresentationTests" / "GoldenRaking.swift"
SECONDS = 600

# key, name, what it is run by, whether it is in the cost table
TOOLS = [
    ("inspel", "Inspel", "swift", True),
    ("numpy", "NumPy cells (own, a floor)", "python", True),
    ("ipfn", "ipfn, table, 1e-10", "python", True),
    ("ipfn-default", "ipfn, table, default", "python", False),
    ("ipfn-records", "ipfn, DataFrame, 1e-10", "python", True),
    ("weightipy", "weightipy", "python", True),
    ("balance", "balance rake, 1e-10", "python", True),
    ("balance-default", "balance rake, default", "python", False),
    ("rake", "R survey::rake, 1e-10", "R", True),
    ("rake-default", "R survey::rake, default", "R", True),
    ("calibrate", "R survey::calibrate, raking", "R", True),
    ("anesrake", "R anesrake, no cap", "R", True),
]
PACKAGES = {"ipfn": "ipfn", "ipfn-default": "ipfn", "ipfn-records": "ipfn",
            "weightipy": "weightipy", "balance": "balance", "balance-default": "balance",
            "numpy": "numpy"}

# How much more often than in the population each category answers in the made-up tables.
APPEAL = {"sex": [1.25, 0.8], "age": [0.3, 0.7, 1.2, 1.6, 0.6],
          "loc": [1.3, 1.0, 0.8, 0.7, 0.6, 0.9], "born": [1.1, 0.35]}


def golden():
    """Margins, respondents and the weight of each cell, from the fixture of the Swift tests."""
    text = GOLDEN.read_text(encoding="utf-8")
    head = text.split("static let respondents")[0]
    margins = {}
    for variable, body in re.findall(r'RakingMargin\(\s*"(\w+)",\s*\[([^\]]+)\]', head):
        margins[variable] = {k: float(x.replace("_", ""))
                             for k, x in re.findall(r'"([^"]+)":\s*([\d_]+)', body)}
    respondents = re.search(r'respondents = """(.*?)"""', text, re.S)[1].split()
    cells = re.search(r'static let cells = """(.*?)"""', text, re.S)[1]
    weights = {}
    for line in re.split(r"[,\n]", cells):
        if line.strip():
            code, _, weight = line.split()
            weights[code] = float(weight)
    return margins, respondents, [weights[code] for code in respondents]


def write_margins(path, margins):
    with open(path, "w", encoding="utf-8") as file:
        file.write("variable,category,population\n")
        for variable, figures in margins.items():
            for category, figure in figures.items():
                file.write(f"{variable},{category},{figure:g}\n")


def write_rows(path, variables, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.write(",".join(["id", *variables]) + "\n")
        for number, row in enumerate(rows, 1):
            file.write(f"{number},{','.join(row)}\n")


def made_up(margins, count):
    """Respondents by a generator of our own, so that they are the same everywhere."""
    state = 20240601
    steps = []
    for variable, figures in margins.items():
        parts = [x * a for x, a in zip(figures.values(), APPEAL[variable])]
        bounds, sum_ = [], 0.0
        for part in parts:
            sum_ += part / sum(parts)
            bounds.append(sum_)
        steps.append(list(zip(bounds, figures)))
    for _ in range(count):
        row = []
        for step in steps:
            state = state * 48271 % 2147483647
            draw = state / 2147483647
            row.append(next((k for bound, k in step if draw <= bound), step[-1][1]))
        yield row


class Runner:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.time = shutil.which("time")  # GNU time, for the peak memory
        self.versions = {}
        self.missing = []
        self.tools = [t for t in TOOLS if self.has(t)]

    def has(self, tool):
        key, name, kind, _ = tool
        if kind == "swift":
            return True
        if kind == "python":
            there = importlib.util.find_spec(PACKAGES[key]) is not None
        else:
            there = shutil.which("Rscript") is not None
            if there:
                package = "anesrake" if key == "anesrake" else "survey"
                probe = f'quit(status = !requireNamespace("{package}", quietly = TRUE))'
                probed = subprocess.run(["Rscript", "-e", probe], capture_output=True)
                there = probed.returncode == 0
                if not there and key == "anesrake" and self.options.anesrake:
                    there = (pathlib.Path(self.options.anesrake) / "anesrake" / "R").is_dir()
        if not there:
            self.missing.append(name)
        return there

    def run(self, tool, answers, margins):
        """The answer of one run, with wall seconds, peak megabytes and the weights."""
        key, _, kind, _ = tool
        out = self.folder / "weights.bin"
        out.unlink(missing_ok=True)
        command = {"swift": [self.options.inspel],
                   "python": [sys.executable, HERE / "peers.py", key],
                   "R": ["Rscript", HERE / "peers.R", key]}[kind]
        command = [str(c) for c in [*command, answers, margins, out]]
        if key == "anesrake" and self.options.anesrake:
            command.append(self.options.anesrake)
        # Not by wait4: the memory that a child begins with is this program's, and would count.
        used = self.folder / "used"
        if self.time:
            command = [self.time, "-f", "%M", "-o", str(used), *command]
        start = time.perf_counter()
        process = subprocess.run(command, capture_output=True)
        wall = time.perf_counter() - start
        output, errors = process.stdout, process.stderr
        if process.returncode != 0:
            words = errors.decode(errors="replace").strip().splitlines()
            return {"refused": True, "said": "failed: " + (words[-1] if words else "")}
        kilobytes = float(used.read_text().split()[-1]) if self.time else float("nan")
        answer = json.loads(output.decode().strip().splitlines()[-1])
        answer.update(wall=wall, megabytes=kilobytes / 1024)
        if "version" in answer:
            package = PACKAGES.get(key, "anesrake" if key == "anesrake" else "survey")
            self.versions[package] = answer["version"]
        if out.exists():
            answer["weights"] = array.array("d", out.read_bytes())
        return answer


def margin_error(weights, answers, margins):
    """The largest |sum/T - 1|, the figures taken as shares so that another total is no error."""
    total = sum(weights)
    worst = 0.0
    sums = {v: dict.fromkeys(figures, 0.0) for v, figures in margins.items()}
    with open(answers, encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        for row, weight in zip(rows, weights):
            for own, category in zip(sums.values(), row[1:]):
                own[category] += weight
    for variable, figures in margins.items():
        whole = sum(figures.values())
        for category, figure in figures.items():
            worst = max(worst, abs(sums[variable][category] / total / (figure / whole) - 1))
    return worst


def correctness(runner, margins, respondents, expected):
    names = {v: list(c) for v, c in margins.items()}
    answers, figures = runner.folder / "g3.csv", runner.folder / "g3-margins.csv"
    rows = ([names[v][int(digit)] for v, digit in zip(margins, codes)] for codes in respondents)
    write_rows(answers, margins, rows)
    write_margins(figures, margins)
    print("| tool | largest relative difference from the golden weights | margin error |")
    print("|---|---|---|")
    for tool in runner.tools:
        answer = runner.run(tool, answers, figures)
        if "weights" not in answer:
            print(f"| {tool[1]} | refused: {answer['said']} | |")
            continue
        weights = answer["weights"]
        difference = max(abs(w / e - 1) for w, e in zip(weights, expected))
        print(f"| {tool[1]} | {difference:.1e} | {margin_error(weights, answers, margins):.1e} |")
    print()


def honesty(runner):
    cases = {
        "a": ([["A", "x"]] * 10 + [["B", "y"]] * 10,
              {"r": {"A": 60.0, "B": 40.0}, "c": {"x": 30.0, "y": 70.0}}),
        "b": ([["A" if i < 8 else "B", "xy"[i % 2]] for i in range(20)],
              {"r": {"A": 45.0, "B": 40.0, "C": 15.0}, "c": {"x": 50.0, "y": 50.0}}),
    }
    print("| tool | a: margins that cannot be met | b: a category without respondents |")
    print("|---|---|---|")
    for tool in runner.tools:
        cells = []
        for name, (rows, margins) in cases.items():
            answers = runner.folder / f"g4{name}.csv"
            figures = runner.folder / f"g4{name}-margins.csv"
            write_rows(answers, margins, rows)
            write_margins(figures, margins)
            answer = runner.run(tool, answers, figures)
            said = answer["said"].replace("|", "/").strip()
            if "weights" not in answer:
                cells.append(f"**refuses**: {said}")
                continue
            error = margin_error(answer["weights"], answers, margins)
            flag = ", flag *converged*" if answer.get("converged") else ""
            words = f"; says: {said}" if said else "; says nothing"
            cells.append(f"hands out weights, margin error {error:.2g}{flag}{words}")
        print(f"| {tool[1]} | {' | '.join(cells)} |")
    print()


def cost(runner, margins, sizes, runs):
    figures = runner.folder / "cost-margins.csv"
    write_margins(figures, margins)
    best = {}
    for size in sizes:
        answers = runner.folder / f"cost-{size}.csv"
        write_rows(answers, margins, made_up(margins, size))
        for _ in range(runs):
            for tool in runner.tools:
                if not tool[3]:
                    continue
                answer = runner.run(tool, answers, figures)
                place = best.setdefault((tool[0], size), {})
                if "weights" not in answer:
                    place["refused"] = answer["said"]
                    continue
                for key in ("wall", "inner", "codes", "megabytes"):
                    if key in answer:
                        place[key] = min(place.get(key, float("inf")), answer[key])
                if "error" not in place:
                    place["error"] = margin_error(answer["weights"], answers, margins)
                print(f"{tool[0]} {size}: wall {answer['wall']:.2f}, inner {answer['inner']:.5f}, "
                      f"{answer['megabytes']:.0f} MB, load {os.getloadavg()[0]:.1f}",
                      file=sys.stderr, flush=True)
        answers.unlink()
    print("| tool | " + " | ".join(f"{size:,}" for size in sizes) + " | margin error |")
    print("|---|" + "---|" * (len(sizes) + 1))
    for tool in runner.tools:
        if not tool[3]:
            continue
        cells, errors = [], []
        for size in sizes:
            place = best[(tool[0], size)]
            if "refused" in place:
                cells.append("refused")
                continue
            inner = seconds(place["inner"])
            if "codes" in place:
                inner += f" ({seconds(place['codes'])})"
            cells.append(f"{place['wall']:.2f} / {inner} / {place['megabytes']:.0f}")
            errors.append(place["error"])
        print(f"| {tool[1]} | {' | '.join(cells)} | {max(errors, default=float('nan')):.0e} |")
    print()


def seconds(value):
    return f"{value:.5f}" if value < 0.01 else f"{value:.3f}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--inspel", required=True, help="the executable RakeBench, release build")
    parser.add_argument("--anesrake", help="folder with the sources of anesrake and weights")
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--cost-only", action="store_true", help="leave the first two tables out")
    options = parser.parse_args()
    margins, respondents, expected = golden()
    assert len(respondents) == 240 and len(margins) == 4, "the fixture is not as expected"
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner(options, pathlib.Path(folder))
        if not options.cost_only:
            print("## Results\n")
            correctness(runner, margins, respondents, expected)
            print("## Margins that cannot be met\n")
            honesty(runner)
        sizes = [int(size) for size in options.sizes.split(",")]
        print("## Cost: wall s / inner s (of it from codes) / peak MB\n")
        cost(runner, margins, sizes, options.runs)
    for package in ("pandas", "pyarrow"):  # the floor's text columns are as fast as these two
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            runner.versions[package] = importlib.metadata.version(package)
    versions = ", ".join(f"{k} {v}" for k, v in sorted(runner.versions.items()))
    load = ", ".join(f"{x:.1f}" for x in os.getloadavg())
    print(f"{datetime.date.today()}; {versions}, Python {platform.python_version()}; "
          f"{os.cpu_count()} processors, load {load} at the end.")
    print("Not found, left out: " + (", ".join(runner.missing) or "none") + ".")


if __name__ == "__main__":
    main()
