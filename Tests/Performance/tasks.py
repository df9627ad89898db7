"""The programs that are measured, and the check that each did what it says it does."""
import json
import pathlib
import sqlite3

from machine import BIN, HERE, PYTHON, RELEASE, ROOT, WORK, Failure

AT = "2027-01-01T08:00+01:00"


def expect(name, found, wanted):
    if found != wanted:
        raise Failure(f"{name}: {found} and not {wanted}")


class Task:
    """A program, what it is to be called, and how its output is checked.

    `rows` is less than the whole for a program that is too slow for it; its inner seconds are
    then scaled to the whole, which leaves its start out.
    """

    def __init__(self, key, label, command, check=None, rows=None, whole=None, does="",
                 environment=None, accepts=(0,)):
        self.key = key
        self.label = label
        self.command = command
        self.check = check
        self.does = does
        self.environment = environment
        self.accepts = accepts
        self.scale = whole / rows if rows and rows < whole else 1
        self.rows = rows

    def seconds(self, run):
        """The seconds that count: of the process, or scaled from a part of the rows."""
        if self.scale == 1:
            return run["wall"]
        return json.loads(run["output"])["seconds"] * self.scale


def check_csv_pass(data, expected):
    def check(run):
        expect("csv_pass, bytes", json.loads(run["output"])["bytes"], expected["csv"]["bytes"])
    return check


def check_xml_pass(expected):
    def check(run):
        said = json.loads(run["output"])
        expect("xml_pass, bytes", said["bytes"], expected["xml"]["bytes"])
        expect("xml_pass, elements", said["elements"], 10 * expected["xml"]["rows"] + 1)
    return check


def check_run(out, expected, published=True):
    """The account, the masks and the register of a run against what the generator wrote."""
    def check(_):
        account = json.loads((out / "internal/account.json").read_text())["total"]
        expect("run, read", account["read"], expected["rows"])
        expect("run, duplicates", account["duplicate"], expected["duplicates"])
        expect("run, accepted", account["accepted"], expected["rows"] - expected["duplicates"])
        source = json.loads((out / "internal/account.json").read_text())["sources"][0]
        expect("run, SHA-256", source["sha256"], expected["sha256"])
        record = json.loads((out / "internal/run.json").read_text())
        if published:
            expect("run, published", record["activity"]["published"], True)
        register = sqlite3.connect(f"file:{out}/internal/register.sqlite?mode=ro", uri=True)
        one = lambda sql: register.execute(sql).fetchone()[0]
        expect("register, submissions", one("SELECT count(*) FROM submission"),
               account["accepted"])
        expect("register, viewpoints", one("SELECT count(*) FROM viewpoint"), expected["texts"])
        masked = one("SELECT count(*) FROM viewpoint WHERE masks IS NOT NULL")
        expect("register, masked", masked, expected["masked"])
        register.close()
    return check


def check_coverage(expected):
    def check(run):
        groups = json.loads(run["output"])["groups"]
        ages = sum(g["members"] for g in groups if "-" in g["id"] or g["id"].endswith("+"))
        expect("coverage, members by age", ages, expected["rows"] - expected["duplicates"])
    return check


def check_peer(name, expected, whole):
    """A peer's own account; hits differ by what it looks for, and only their being is checked."""
    def check(run):
        said = json.loads(run["output"])
        if whole:
            expect(f"{name}, rows", said["rows"], expected["rows"])
            expect(f"{name}, duplicates", said["duplicates"], expected["duplicates"])
        expect(f"{name}, age groups", said["groups"], 6)
        if said["hits"] == 0:
            raise Failure(f"{name} found nothing")
    return check


def inspel_run(data, kind, out, expected, workers, published=True):
    return Task(
        f"run-{kind}-{workers}", f"`inspel run`, {workers} worker{'s' * (workers > 1)}",
        [RELEASE / "inspel", "run", data / kind, "--at", AT, "--out", out,
         "--workers", workers],
        check_run(out, expected[kind], published),
        does="everything: register, annex, lists, gate, hashes")


def main_tasks(data, expected, peers):
    """The tasks of the end-to-end table, in the order of a round."""
    rows = expected["csv"]["rows"]
    out = WORK / "out"
    tasks = [
        Task("csv_pass", "libcsv, empty callbacks", [BIN / "csv_pass", data / "survey.csv"],
             check_csv_pass(data, expected), does="finds the fields, one thread"),
        Task("coverage", "`inspel coverage --json`, 2 workers",
             [RELEASE / "inspel", "coverage", data / "csv", "--json"],
             check_coverage(expected["csv"]),
             does="reads, normalises, masks, dedupes, tags, counts; no register"),
        inspel_run(data, "csv", out / "csv", expected, 2),
        inspel_run(data, "csv", out / "csv-1", expected, 1),
        Task("coverage-1", "`inspel coverage --json`, 1 worker",
             ["taskset", "-c", "0", RELEASE / "inspel", "coverage", data / "csv", "--json"],
             check_coverage(expected["csv"]), does="the same on one processor"),
        Task("xml_pass", "libxml2, SAX2 push", [BIN / "xml_pass", data / "forms.xml"],
             check_xml_pass(expected), does="finds elements and text, one thread"),
        inspel_run(data, "xml", out / "xml", expected, 2),
    ]
    program = HERE / "peers" / "endtoend.py"
    for mode, label, most, does in (
        ("polars", "polars `find_many`", rows,
         "finds a term anywhere, in words too; Parquet; two threads"),
        ("duckdb", "DuckDB", rows, "exact words, no endings; its own database; two threads"),
        ("pandas", "pandas and Python", 100_000, "the same algorithm in Python; SQLite"),
        ("regex", "pandas and 100 expressions", 10_000,
         "words that begin with a term; SQLite"),
    ):
        if mode not in peers:
            continue
        part = min(most, rows)
        command = [PYTHON, program, mode, data, WORK / "peers"]
        tasks.append(Task(
            mode, label, command if part == rows else [*command, part],
            check_peer(mode, expected["csv"], part == rows), part, rows, does))
    return tasks


def write_texts(data, count):
    """The texts for the taggers: NFC, one a line, from the register of the last run."""
    path = data / "texts.txt"
    register = sqlite3.connect(
        f"file:{WORK}/out/csv/internal/register.sqlite?mode=ro", uri=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        # A row of the table has one free-text answer.
        for (text,) in register.execute(
                "SELECT text FROM submission WHERE text IS NOT NULL ORDER BY seq LIMIT ?",
                (count,)):
            # A masked span is left out of tagging; the peers do not know such spans.
            text = text.replace("[", " ").replace("]", " ")
            file.write(" ".join(text.split("\n")) + "\n")
    register.close()
    return path


def tagging_tasks(data, expected, texts, peers):
    count = expected["csv"]["texts"]
    tasks = [Task("TagBench", "Inspel", [RELEASE / "TagBench", data / "codebook.yaml", texts],
                  does="terms at either end of a word, endings, split compounds, choice, evidence")]
    program = HERE / "peers" / "tagging.py"
    for mode, label, most, does in (
        ("memo", "the same algorithm in Python", 100_000, "the same themes, scores and words"),
        ("ahocorasick", "pyahocorasick", 100_000, "words that begin with a term"),
        ("polars", "polars `find_many`", 200_000, "a term anywhere, in words too"),
        ("regex", "Python `re`, an expression for each theme", 2_000,
         "words that begin with a term"),
    ):
        if mode in peers:
            tasks.append(Task(f"tag-{mode}", label,
                              [PYTHON, program, mode, data, texts, min(most, count)], does=does))
    return tasks


def compare_taggers(data, texts, count):
    """Whether the product and its Python form find the same, text by text; the number compared."""
    from machine import measure
    part = WORK / "compared.txt"
    with open(texts, encoding="utf-8", newline="\n") as file:
        lines = [line for _, line in zip(range(count), file)]
    part.write_text("".join(lines), encoding="utf-8")
    ours, theirs = WORK / "ours.txt", WORK / "theirs.txt"
    measure([RELEASE / "TagBench", data / "codebook.yaml", part, ours])
    measure([PYTHON, HERE / "peers" / "tagging.py", "memo", data, part, count, theirs])
    pairs = list(zip(ours.read_text().split("\n"), theirs.read_text().split("\n")))
    different = [n for n, (a, b) in enumerate(pairs, 1) if a != b]
    if different:
        n = different[0]
        raise Failure(f"{len(different)} of {count} texts are tagged in another way than in "
                      f"Python, the first on line {n} of {part}:\n{pairs[n - 1]}")
    return len(lines)


def small_tasks():
    sample = ROOT / "samples" / "skolskjuts-rada"
    return [
        Task("sample", "`inspel run` on the sample",
             [RELEASE / "inspel", "run", sample, "--at", "2026-06-02T08:00+02:00", "--out",
              WORK / "out" / "sample"], does="a whole run"),
        Task("version", "`inspel --version`", [RELEASE / "inspel", "--version"], does="start-up"),
        Task("empty", "empty Swift program with Foundation", [BIN / "empty"], does="start-up"),
    ]


def raking_files(size):
    """Answers and margins for raking, as the comparison of raking programs makes them."""
    import sys
    folder = ROOT / "Tests" / "Comparison" / "raking"
    sys.path.insert(0, str(folder))
    import compare
    margins, _, _ = compare.golden()
    answers, figures = WORK / f"raking-{size}.csv", WORK / "raking-margins.csv"
    if not answers.exists():
        compare.write_rows(answers, margins, compare.made_up(margins, size))
    compare.write_margins(figures, margins)
    return margins, answers, figures


def raking_tasks(answers, figures):
    peer = ROOT / "Tests" / "Comparison" / "raking" / "peers.py"
    return [
        Task("RakeBench", "Inspel", [RELEASE / "RakeBench", answers, figures, WORK / "w1.bin"],
             does="four margins, to 1e-10"),
        Task("numpy", "NumPy cells", [PYTHON, peer, "numpy", answers, figures, WORK / "w2.bin"],
             does="a floor: sums over the axes of a table of cells"),
    ]
