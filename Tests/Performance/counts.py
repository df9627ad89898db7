"""Counts the instructions of small runs with callgrind and compares them with thresholds.json.

    counts.py [--update]

More than 5 % above a threshold fails; more than 10 % below it is said, so that the threshold is
lowered with --update. The counts are those of the machine that the thresholds were made on, as far
as its C library chooses other code for other processors: `valgrind` shows every program the same
processor, so they differ little. One worker, so that no thread waits for another.
"""
import argparse
import concurrent.futures
import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import types

import generate
from machine import BIN, HERE, RELEASE, ROOT, WORK

THRESHOLDS = HERE / "thresholds.json"
ABOVE, BELOW = 0.05, 0.10


def runs(data):
    """What is counted: name, arguments, the file for standard input, and the status."""
    run = ["--at", "2027-01-01T08:00+01:00", "--workers", "1", "--out"]
    return {
        "run, 2,000 rows of CSV": (["run", data / "csv", *run, WORK / "counts-csv"], None, 0),
        "run, 1,000 forms of XML": (["run", data / "xml", *run, WORK / "counts-xml"], None, 0),
        "run, hostile texts": (
            ["run", data / "hostile-survey/csv", *run, WORK / "counts-hostile"], None, 0),
        "tag, 1,000 texts": (["tag", "--codebook", data / "codebook.yaml", "--json"],
                             data / "lines.jsonl", 0),
        "tag, hostile texts": (["tag", "--codebook", data / "codebook.yaml", "--json"],
                               data / "hostile.jsonl", 0),
        "inspect, hostile files": (["inspect", "--json", data / "hostile"], None, 2),
        "version": (["--version"], None, 0),
    }


def count(job):
    name, (arguments, given, status) = job
    log = WORK / f"callgrind-{re.sub('[^a-z]', '', name)}"
    environment = {
        "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TZ": "UTC", "HOME": str(WORK),
        "INSPEL_PIPELINES": str(ROOT / "pipelines"),
        # Hash tables of Swift are seeded anew for each process otherwise, and sizes vary.
        "SWIFT_DETERMINISTIC_HASHING": "1"}
    with open(given or os.devnull, "rb") as file:
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={log}.out",
             BIN / "inspel-counted", *map(str, arguments)],
            stdin=file, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    words = done.stderr.decode(errors="replace")
    found = re.search(r"Collected : (\d+)", words)
    if done.returncode != status or not found:
        sys.exit(f"bench-check: {name}: status {done.returncode}\n{words[-2000:]}")
    return name, int(found[1])


def write_lines(data):
    """JSON Lines for the filter, from the answers of the table."""
    with open(data / "survey.csv", encoding="utf-8", newline="") as file, \
            open(data / "lines.jsonl", "w", encoding="utf-8") as out:
        for number, row in zip(range(1_000), csv.DictReader(file, delimiter=";")):
            out.write(json.dumps({"id": number, "text": row["fritext"]}, ensure_ascii=False))
            out.write("\n")


def write_hostile(data):
    """What would take minutes if anything grew with the square of a text, a tag or a header."""
    texts = ["0701 " * 3_000, "85 04 12 " * 1_500, "a@" * 10_000, "a (at) " * 2_000, "0" * 30_000,
             "070-174 06 05 " * 1_000, '"' * 20_000 + "@", "\u200d" * 10_000,
             "a" + "\u0301\u0323" * 20_000, "a-" * 10_000, "a:" * 10_000, "[" * 20_000]
    with open(data / "hostile.jsonl", "w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"id": number, "text": text}) + "\n")
    survey = data / "hostile-survey"
    generate.copy_dialogue(data, survey)
    with open(data / "survey.csv", encoding="utf-8", newline="") as file, \
            open(survey / "survey.csv", "w", encoding="utf-8", newline="") as out:
        rows = csv.DictReader(file, delimiter=";")
        writer = csv.DictWriter(out, rows.fieldnames, delimiter=";")
        writer.writeheader()
        writer.writerows({**row, "fritext": text} for text, row in zip(texts, rows))
    folder = data / "hostile"
    folder.mkdir(exist_ok=True)
    attributes = " ".join(f"a{number}='' xmlns:a{number}='u'" for number in range(25_000))
    names = "".join(f"<n{number}/>" for number in range(10_000))
    header = ";".join(f"k{number % 700}" for number in range(16_000))
    files = {"attributes.xml": f"<d><r/><r {attributes}/><r/></d>", "names.xml": f"<d>{names}</d>",
             "deep.xml": "<a>" * 50_000, "columns.csv": f"{header}\n" + "x;" * 15_999 + "hej\n",
             "note.md": "- " + "[x3]" * 20_000, "quotes.csv": "a;b\n" + '"' * 100_001}
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    data = WORK / "data-counts"
    standard = vars(generate.parser().parse_args([]))
    generate.generate(data, types.SimpleNamespace(
        **{**standard, "rows": 2_000, "forms": 1_000, "terms": 200}))
    write_lines(data)
    write_hostile(data)
    # Valgrind cannot read the newest form of debug information; the code is the same without.
    BIN.mkdir(parents=True, exist_ok=True)
    subprocess.run(["strip", "--strip-debug", "-o", BIN / "inspel-counted", RELEASE / "inspel"],
                   check=True)
    # The comparison with the last run is no part of what is counted.
    for kind in ("csv", "xml", "hostile"):
        shutil.rmtree(WORK / f"counts-{kind}", ignore_errors=True)
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        counted = dict(pool.map(count, runs(data).items()))
    if options.update:
        THRESHOLDS.write_text(json.dumps(counted, indent=2) + "\n", encoding="utf-8")
    limits = json.loads(THRESHOLDS.read_text(encoding="utf-8"))
    failed = [name for name in counted if name not in limits]
    for name, value in counted.items():
        if name not in limits:
            print(f"{name}: {value:,} instructions, and no threshold")
            continue
        change = value / limits[name] - 1
        words = ""
        if change > ABOVE:
            failed.append(name)
            words = f"  MORE than the threshold and {ABOVE:.0%}"
        elif change < -BELOW:
            words = "  less: lower the threshold with Tests/Performance/counts.py --update"
        print(f"{name:26s} {value:>15,} instructions, {change:+.1%} of the threshold{words}")
    if failed:
        sys.exit("bench-check: too many instructions: " + "; ".join(failed))


if __name__ == "__main__":
    main()
