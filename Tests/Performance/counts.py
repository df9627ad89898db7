"""Counts the instructions of small runs with callgrind and compares them with thresholds.json.

    counts.py [--update]

More than 5 % above a threshold fails; more than 10 % below it is said, so that the threshold is
lowered with --update. The counts are those of the machine that the thresholds were made on, as far
as its C library chooses other code for other processors: `valgrind` shows every program the same
processor, so they differ little. One worker, so that no thread waits for another.
"""
import argparse
import concurrent.futures
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
    """What is counted: name, arguments, and the file for standard input."""
    run = ["--at", "2027-01-01T08:00+01:00", "--workers", "1", "--out"]
    return {
        "run, 2,000 rows of CSV": (["run", data / "csv", *run, WORK / "counts-csv"], None),
        "run, 1,000 forms of XML": (["run", data / "xml", *run, WORK / "counts-xml"], None),
        "tag, 1,000 texts": (["tag", "--codebook", data / "codebook.yaml", "--json"],
                             data / "lines.jsonl"),
        "version": (["--version"], None),
    }


def count(job):
    name, (arguments, given) = job
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
    if done.returncode != 0 or not found:
        sys.exit(f"bench-check: {name}: status {done.returncode}\n{words[-2000:]}")
    return name, int(found[1])


def write_lines(data):
    """JSON Lines for the filter, from the answers of the table."""
    import csv
    with open(data / "survey.csv", encoding="utf-8", newline="") as file, \
            open(data / "lines.jsonl", "w", encoding="utf-8") as out:
        for number, row in zip(range(1_000), csv.DictReader(file, delimiter=";")):
            out.write(json.dumps({"id": number, "text": row["fritext"]}, ensure_ascii=False))
            out.write("\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    data = WORK / "data-counts"
    standard = vars(generate.parser().parse_args([]))
    generate.generate(data, types.SimpleNamespace(
        **{**standard, "rows": 2_000, "forms": 1_000, "terms": 200}))
    write_lines(data)
    # Valgrind cannot read the newest form of debug information; the code is the same without.
    BIN.mkdir(parents=True, exist_ok=True)
    subprocess.run(["strip", "--strip-debug", "-o", BIN / "inspel-counted", RELEASE / "inspel"],
                   check=True)
    # The comparison with the last run is no part of what is counted.
    for kind in ("csv", "xml"):
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
