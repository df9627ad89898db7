"""Where the benchmark runs: folders, programs, versions, and the measuring of one run."""
import datetime
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WORK = ROOT / ".build-bench"
BIN = WORK / "bin"
RELEASE = ROOT / ".build" / "release"
PYTHON = WORK / "venv" / "bin" / "python"


class Failure(Exception):
    """What ends the benchmark: a program that fails, or whose output is not what it should be."""


def build_limits():
    """Compiles the limits and the measuring program."""
    BIN.mkdir(parents=True, exist_ok=True)
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libxml-2.0"], check=True,
                           capture_output=True, text=True).stdout.split()
    for name, more in (("measure", []), ("csv_pass", ["-lcsv"]), ("xml_pass", flags)):
        source = HERE / "limits" / f"{name}.c"
        made = BIN / name
        if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
            subprocess.run(["cc", "-O2", "-Wall", "-Wextra", "-o", made, source, *more], check=True)
    source = HERE / "limits" / "empty.swift"
    made = BIN / "empty"
    if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
        subprocess.run(["swiftc", "-O", "-o", made, source], check=True)


def measure(command, environment=None, accepts=(0,)):
    """Runs a program; gives wall, CPU seconds, peak megabytes and what it wrote."""
    result = WORK / "used.json"
    result.unlink(missing_ok=True)
    process = subprocess.run(
        [BIN / "measure", result, *map(str, command)], capture_output=True, stdin=subprocess.DEVNULL,
        env={**os.environ, "INSPEL_PIPELINES": str(ROOT / "pipelines"), **(environment or {})})
    if not result.exists():
        raise Failure(f"{command[0]} was not run")
    used = json.loads(result.read_text())
    if used["status"] not in accepts:
        raise Failure(f"{' '.join(map(str, command))}: status {used['status']}\n"
                      + process.stderr.decode(errors="replace")[-2000:])
    return {"wall": used["wall"], "cpu": used["user"] + used["system"],
            "megabytes": used["kilobytes"] / 1024, "output": process.stdout.decode()}


def median(runs, name):
    return statistics.median(run[name] for run in runs)


def spread(runs, name="wall"):
    values = [run[name] for run in runs]
    return min(values), max(values)


def load():
    return round(os.getloadavg()[0], 2)


def said(command):
    try:
        done = subprocess.run(command, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        return "none"
    return (done.stdout + done.stderr).strip().splitlines()[0] if done.stdout else "none"


def package(name):
    return said(["dpkg-query", "-W", "-f=${Version}", name])


def description():
    """The machine and the versions, as the report says them."""
    cpu = "unknown"
    cpuinfo = pathlib.Path("/proc/cpuinfo")
    if cpuinfo.exists():
        found = re.search(r"model name\s*: (.*)", cpuinfo.read_text())
        cpu = found[1] if found else cpu
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    peers = {}
    if PYTHON.exists():
        listed = subprocess.run([PYTHON, "-m", "pip", "freeze", "-q"], capture_output=True,
                                text=True).stdout
        wanted = {line.split("==")[0]
                  for line in (HERE / "requirements.txt").read_text().split()}
        peers = dict(line.split("==") for line in listed.split()
                     if line.split("==")[0] in wanted)
    return {
        "date": datetime.date.today().isoformat(), "processor": cpu,
        "processors": os.cpu_count(), "memory": f"{memory:.0f} GiB",
        "system": f"{platform.system()} {platform.release()}",
        "commit": said(["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]),
        "inspel": said([str(RELEASE / "inspel"), "--version"]),
        "swift": said(["swift", "--version"]), "python": platform.python_version(),
        "libcsv": package("libcsv-dev"), "libxml2": package("libxml2-dev"),
        "sqlite": package("libsqlite3-dev"), "peers": peers}
