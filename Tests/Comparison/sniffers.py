"""Who recognises a CSV file: inspel beside DuckDB, Python's csv.Sniffer, clevercsv and pandas.

    make compare                         (or: sniffers.py --inspel PATH --corpus FOLDER)

Every tool is asked with its defaults, about the files of the corpus and about dialect files that
this script writes. Four things are compared with the truth: the delimiter, whether there is a header
(and how many rows it has), the encoding, and the number of records, header rows among them. Written
to standard output as Markdown: a table, and every miss.

Fair play. An encoding is right when it decodes the file to the same text as the true one. A tool
that has no answer to a question is counted apart ("says nothing"), and so is one that refuses the
file. What a tool assumes without looking (pandas: a comma, a header; pandas and DuckDB: UTF-8) counts
as what it says, since it reads the file so. The number of records counts header rows as records, so
that a tool is not blamed twice for a header; lines that DuckDB skips may count or not. csv.Sniffer
and clevercsv get the first 64 KiB, with the line ends left as they are, as Python's documentation
opens a CSV file. Nothing of it runs in CI.
"""
import argparse
import codecs
import csv
import io
import json
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import warnings

import charset_normalizer
import clevercsv
import clevercsv.encoding
import duckdb
import pandas

SAMPLE = 1 << 16
SECONDS = 60
REFUSED, NOTHING = object(), object()
csv.field_size_limit(1 << 30)


class Truth:
    def __init__(self, delimiter, header_rows, encoding, records, why, also=()):
        self.delimiter = delimiter  # None: one column
        self.header_rows = header_rows
        self.encoding = encoding
        self.records = records  # without header rows
        self.why = why
        self.also = also  # encodings that are as right


# What the files of the corpus are, by the corpus' own README (R) or by looking at them (L).
CORPUS = {
    "csv/consul_madrid_comments.csv": Truth(",", 1, "utf-8", 5633, "R"),
    "csv/consul_madrid_proposals_pandasindex.csv": Truth(",", 1, "utf-8", 80, "R"),
    "csv/decidim_accountability_import.csv": Truth(",", 1, "utf-8", 2, "R"),
    "csv/decidim_bcn_meetings.csv": Truth(",", 1, "utf-8", 410, "R"),
    "csv/limesurvey_de_semicolon_bom_fulltext.csv": Truth(";", 1, "utf-8", 96, "R"),
    "csv/limesurvey_de_tworow_semicolon_bom.csv": Truth(";", 2, "utf-8", 45, "R"),
    "csv/polis_austria_de_comments.csv": Truth(",", 1, "utf-8", 2138, "R"),
    "csv/polis_bowling_green_summary_keyvalue.csv": Truth(
        ",", 0, "utf-8", 9, "R: key and value on each line, so no header; L: nine lines"
    ),
    "csv/qualtrics_legacy_two_header.csv": Truth(",", 2, "utf-8", 1, "R"),
    "csv/qualtrics_three_header.csv": Truth(",", 3, "utf-8", 1, "R"),
    "csv/surveymonkey_two_header_starwars_cp1252.csv": Truth(
        ",", 2, "cp1252", 1186,
        "R: two bytes that are not UTF-8 in a header cell; nothing tells which encoding has them",
        ("mac_roman", "cp850", "cp437", "cp858"),
    ),
    "csv/tttc_hard_cases.csv": Truth(",", 1, "utf-8", 22, "R"),
    "csv/tttc_missing_fields.csv": Truth(",", 1, "utf-8", 17, "R"),
    "themes/cimt_cycling_visible.csv": Truth(",", 1, "utf-8", 922, "R"),
    "population/folkmangd_1950_2019_wide_semicolon_bom_crlf.csv": Truth(
        ";", 1, "utf-8", 290, "L: 290 municipalities"
    ),
    "population/hagfors_2019_age_sex_1year.csv": Truth(
        ",", 1, "utf-8", 202, "L: 101 ages, two sexes"
    ),
    "population/hagfors_totals_and_localities.csv": Truth(",", 1, "utf-8", 17, "L"),
}
HOSTILE = {
    "bad": Truth(",", 1, "utf-8", 3, "L: two records have another number of fields"),
    "bad_skip_lines": Truth(",", 1, "utf-8", 3, "L: three blank lines before the header"),
    "blanks": Truth(",", 1, "utf-8", 1, "L: the header a to f, one record of blanks and NA"),
    "join_short": Truth(",", 1, "utf-8", 2, "L"),
    "mac_newlines": Truth(",", 1, "utf-8", 2, "L: CR alone, also in a quoted field"),
    "no_header_row": Truth(",", 0, "utf-8", 1, "L: named so; 1,2,3"),
    "null_byte": Truth(",", 1, "utf-8", 1, "L: a NUL byte in the record"),
    "optional_quote_characters": Truth(",", 1, "utf-8", 1, "L"),
    "test_empty_columns_long_row": Truth(",", 1, "utf-8", 1, "L: the record has one field more"),
    "test_empty_columns_short_row": Truth(",", 1, "utf-8", 1, "L: one field fewer"),
    "test_extra_header": Truth(",", 1, "utf-8", 1, "L: one field fewer"),
    "test_header_newline": Truth(",", 1, "utf-8", 1, "L: line ends in the header's first cell"),
    "test_latin1": Truth(",", 1, "latin-1", 2, "L: named so"),
    "test_locale": Truth(",", 1, "utf-8", 1, "L: 1,7 in quotes"),
    "test_utf16_big": Truth(",", 1, "utf-16-be", 2, "L: named so; byte order mark"),
    "test_utf16_little": Truth(",", 1, "utf-16-le", 2, "L: named so; byte order mark"),
    "test_utf8": Truth(",", 1, "utf-8", 2, "L: named so"),
    "test_utf8_bom": Truth(",", 1, "utf-8", 2, "L: named so; byte order mark"),
}
# hostile/csv/empty.csv is one line end: no table, and nothing to be right about.

# MARK: Dialect files, written here

ANSWERS = [
    "Jag tycker att bussarna ska gå oftare, särskilt på kvällen",
    "Bra förslag – men dyrt: 120 € per resa",
    "Nej",
    "Mer belysning vid Älvbron; det är mörkt, även på sommaren",
    "Åk inte så fort förbi skolan!",
    'Min granne sa "aldrig mer", och jag håller med',
    "",
    "Fler cykelställ\noch bättre skyltar",
    "Öppettiderna passar inte oss som jobbar skift",
    "Vet ej",
]
PLACES = ["Råda", "Ekshärad", "Hagfors", "Sunnemo", "Uddeholm", "Bergsäng"]
# How Python names them, and the byte order mark.
ENCODINGS = {
    "utf-8": ("utf-8", b""),
    "utf-8-bom": ("utf-8", codecs.BOM_UTF8),
    "utf-16le-bom": ("utf-16-le", codecs.BOM_UTF16_LE),
    "utf-16be-bom": ("utf-16-be", codecs.BOM_UTF16_BE),
    "windows-1252": ("cp1252", b""),
    "iso-8859-15": ("iso8859-15", b""),
    "macintosh": ("mac_roman", b""),
    "cp850": ("cp850", b""),
}
DELIMITERS = {"semicolon": ";", "comma": ",", "tab": "\t", "bar": "|"}
LINE_ENDS = {"crlf": "\r\n", "lf": "\n", "cr": "\r"}


def rows(count):
    return [
        [
            str(1001 + n), f"2026-04-{n % 28 + 1:02} {n % 24:02}:{n * 7 % 60:02}:00",
            PLACES[n % len(PLACES)], str(n * 13 % 80 + 16), ANSWERS[n % len(ANSWERS)],
        ]
        for n in range(count)
    ]


HEADER = ["Svarsnummer", "Tidstämpel", "Område", "Ålder", "Vad tycker du?"]


def render(table, delimiter, line_end, all_quoted=False):
    def cell(text):
        # Line ends in a field are those of the file, as programs write them.
        text = text.replace("\n", line_end)
        if all_quoted or any(c in text for c in (delimiter, '"', "\r", "\n")):
            return '"' + text.replace('"', '""') + '"'
        return text

    return "".join(delimiter.join(map(cell, row)) + line_end for row in table)


def synthetic(folder):
    """Writes the files and gives the truth about each, which is how it was written."""
    truths = {}

    def put(name, text, encoding, truth):
        python_name, mark = ENCODINGS[encoding]
        if python_name in ("iso8859-15", "cp850"):
            text = text.replace("–", "-")
        if python_name == "cp850":
            text = text.replace("€", "kr")
        (folder / name).write_bytes(mark + text.encode(python_name))
        truth.encoding = python_name
        truths[name] = truth

    for encoding in ENCODINGS:
        for word, delimiter in DELIMITERS.items():
            for ending, line_end in LINE_ENDS.items():
                put(
                    f"{encoding}_{word}_{ending}.csv",
                    render([HEADER] + rows(40), delimiter, line_end), encoding,
                    Truth(delimiter, 1, "", 40, "written so"),
                )
    for encoding in ("utf-8", "windows-1252"):
        for word, delimiter in (("semicolon", ";"), ("comma", ",")):
            def kind(what, text, header_rows, count, delimiter=delimiter, word=word):
                put(
                    f"{what}_{encoding}_{word}.csv", text, encoding,
                    Truth(delimiter, header_rows, "", count, "written so"),
                )

            for what, top, second in (
                ("two-headers-note", HEADER, ["", "", "", "", "Skriv fritt"]),
                ("two-headers-kinds", HEADER,
                 ["", "", "Response", "Response", "Open-Ended Response"]),
                ("two-headers-parts", [HEADER[0], HEADER[1], "Om dig", "", ""],
                 ["", "", "Område", "Ålder", "Svar"]),
                ("two-headers-codes", ["Q1", "Q2", "Q3", "Q4", "Q5"], HEADER),
            ):
                kind(what, render([top, second] + rows(40), delimiter, "\r\n"), 2, 40)
            kind("five-rows", render([HEADER] + rows(5), delimiter, "\r\n"), 1, 5)
            kind("all-quoted", render([HEADER] + rows(40), delimiter, "\n", True), 1, 40)
            answers = [[row[0], row[4]] for row in rows(40)]
            kind("two-columns", render([["Nr", "Svar"]] + answers, delimiter, "\r\n"), 1, 40)
            closed = [[row[0], row[2], "Ja" if n % 3 else "Nej"] for n, row in enumerate(rows(40))]
            kind("no-numbers", render([["Namn", "Ort", "Svar"]] + [
                [row[1], row[1], row[2]] for row in closed], delimiter, "\n"), 1, 40)
            decimals = [[f"{n},{n * 7 % 10}", f"{n}.5", PLACES[n % 6]] for n in range(40)]
            kind("decimal-comma", render(
                [["Belopp", "Andel", "Ort"]] + decimals, delimiter, "\r\n"), 1, 40)
        said = "sep=;\r\n" + render([HEADER] + rows(40), ";", "\r\n")
        kind("separator-line", said, 1, 40, ";", "semicolon")
        one = [[answer] for answer in ANSWERS * 4 if answer]
        kind("one-column", render([["Vad tycker du?"]] + one, ";", "\r\n"), 1, len(one), None, "none")
    return truths


# MARK: The tools

class Answer:
    """What one tool says of one file. Only inspel says how many header rows there are."""

    def __init__(self, refused=None):
        start = REFUSED if refused else NOTHING
        self.delimiter = self.has_header = self.encoding = self.records = start
        self.header_rows = NOTHING
        self.error = refused


def ask_inspel(path, options):
    run = subprocess.run(
        [options.inspel, "inspect", "--json", "--full", str(path)], capture_output=True, text=True
    )
    file = json.loads(run.stdout)["files"][0]
    if file["container"] != "csv":
        answer = Answer("no table")
        answer.encoding = (file["encoding"] or {}).get("name")
        return answer
    answer = Answer()
    answer.delimiter = file["delimiter"]
    answer.header_rows = file["headerRows"]
    answer.has_header = file["headerRows"] > 0
    answer.encoding = file["encoding"]["name"]
    answer.records = file["records"] + file["headerRows"]
    return answer


def ask_duckdb(path, options):
    answer = Answer()
    name = str(path).replace("'", "''")
    found = duckdb.sql(f"FROM sniff_csv('{name}')").fetchall()[0]
    fields = [c[0] for c in duckdb.sql(f"FROM sniff_csv('{name}')").description]
    found = dict(zip(fields, found))
    answer.delimiter = None if len(found["Columns"]) == 1 else found["Delimiter"]
    answer.has_header = bool(found["HasHeader"])
    # Where it says an encoding it is taken by its word; otherwise it reads UTF-8.
    answer.encoding = found.get("Encoding") or "utf-8"
    try:
        count = duckdb.sql(f"SELECT count(*) FROM read_csv('{name}')").fetchall()[0][0]
        count += answer.has_header
        answer.records = {count, count + (found.get("SkipRows") or 0)}
    except duckdb.Error as error:
        answer.records, answer.error = REFUSED, words(error)
    return answer


def attempt(answer, name, read):
    """Asks one question; a refusal of it is no refusal of the others."""
    try:
        setattr(answer, name, read())
    except Exception as error:
        setattr(answer, name, REFUSED)
        answer.error = words(error)


def count_rows(reader):
    return sum(1 for row in reader if row)


def sniff(text, answer):
    """As Python's documentation does it, with the line ends left as they are."""
    try:
        dialect = csv.Sniffer().sniff(sample(text))
    except csv.Error as error:
        answer.delimiter = answer.records = REFUSED
        answer.error = words(error)
    else:
        answer.delimiter = dialect.delimiter
        attempt(answer, "records", lambda: count_rows(csv.reader(lines(text), dialect)))
    attempt(answer, "has_header", lambda: csv.Sniffer().has_header(sample(text)))
    return answer


def lines(text):
    """Lines with their ends, as a file opened with newline='' gives them."""
    return io.StringIO(text, newline="")


def ask_sniffer_detected(path, options):
    best = charset_normalizer.from_bytes(path.read_bytes()).best()
    if best is None:
        return Answer("charset-normalizer finds no encoding")
    answer = Answer()
    answer.encoding = best.encoding
    return sniff(str(best).removeprefix("\ufeff"), answer)


def ask_sniffer_utf8(path, options):
    text = path.read_bytes().decode("utf-8-sig")
    answer = Answer()
    answer.encoding = "utf-8"
    return sniff(text, answer)


def ask_clevercsv(path, options):
    answer = Answer()
    answer.encoding = clevercsv.encoding.get_encoding(str(path))

    text = path.read_bytes().decode(answer.encoding).removeprefix("\ufeff")
    dialect = clevercsv.Detector().detect(sample(text))
    if dialect is None:
        answer.delimiter = answer.records = REFUSED
        answer.error = "no dialect found"
    else:
        answer.delimiter = dialect.delimiter or None
        attempt(answer, "records", lambda: count_rows(clevercsv.reader(lines(text), dialect)))
    attempt(answer, "has_header", lambda: clevercsv.Detector().has_header(sample(text)))
    return answer


def ask_pandas(path, options):
    answer = Answer()
    frame = pandas.read_csv(path)
    answer.delimiter = None if len(frame.columns) == 1 else ","
    answer.has_header = True
    answer.encoding = "utf-8"
    answer.records = len(frame) + 1
    return answer


TOOLS = {
    "inspel": ask_inspel,
    "DuckDB": ask_duckdb,
    "csv.Sniffer, charset-normalizer": ask_sniffer_detected,
    "csv.Sniffer, UTF-8": ask_sniffer_utf8,
    "clevercsv": ask_clevercsv,
    "pandas": ask_pandas,
}


def sample(text):
    if len(text) <= SAMPLE:
        return text
    # To the end of a line, so that no record is cut more than it has to be.
    end = max(text.rfind("\n", 0, SAMPLE), text.rfind("\r", 0, SAMPLE)) + 1
    return text[: end or SAMPLE]


def words(error):
    """The first line of an error, without what differs from file to file."""
    text = str(error).splitlines()[0] if str(error) else ""
    text = re.sub(r'"/[^"]*"|\b(0x)?\d[\da-f]*\b', "…", text)
    return f"{type(error).__name__}: {text}"[:90]


def ask(tool, path, options):
    def stop(signum, frame):
        raise TimeoutError(f"no answer within {SECONDS} s")

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return tool(path, options)
    except Exception as error:
        return Answer(words(error))
    finally:
        signal.alarm(0)


# MARK: Judging

def decoded(path, name):
    try:
        return path.read_bytes().decode(name).removeprefix("\ufeff")
    except (LookupError, UnicodeDecodeError, TypeError):
        return None


def encoding_is_right(path, said, truth):
    if said is None:
        return False
    # inspel and IANA have names that Python knows by others.
    said = {"macintosh": "mac_roman", "ibm850": "cp850"}.get(said.lower(), said)
    if said.lower() in ("utf-16", "utf_16"):
        said = truth.encoding if truth.encoding.startswith("utf-16") else said
    text = decoded(path, said)
    return text is not None and any(
        text == decoded(path, name) for name in (truth.encoding, *truth.also)
    )


PROPERTIES = ["delimiter", "header", "header rows", "encoding", "records"]


def judge(path, answer, truth):
    """For each property: right, wrong, nothing or refused, and what was said."""
    def verdict(said, is_right):
        if said is NOTHING:
            return "nothing", ""
        if said is REFUSED:
            return "refused", answer.error or ""
        return ("right" if is_right(said) else "wrong"), said

    records = truth.records + truth.header_rows
    return {
        "delimiter": verdict(answer.delimiter, lambda said: said == truth.delimiter),
        "header": verdict(answer.has_header, lambda said: said == (truth.header_rows > 0)),
        "header rows": verdict(answer.header_rows, lambda said: said == truth.header_rows),
        "encoding": verdict(answer.encoding, lambda said: encoding_is_right(path, said, truth)),
        "records": verdict(
            answer.records,
            lambda said: records in said if isinstance(said, set) else said == records,
        ),
    }


def expected(truth, name):
    return {
        "delimiter": truth.delimiter, "header": truth.header_rows > 0,
        "header rows": truth.header_rows, "encoding": truth.encoding,
        "records": truth.records + truth.header_rows,
    }[name]


def shown(value):
    if isinstance(value, set):
        return " or ".join(str(v) for v in sorted(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return {None: "one column", "\t": "tab", "\r": "CR", " ": "blank"}.get(value, str(value))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--inspel", default=".build/release/inspel")
    parser.add_argument("--corpus", default="../shared/corpus")
    parser.add_argument("--keep", help="write the dialect files to this folder")
    options = parser.parse_args()
    corpus = pathlib.Path(options.corpus)
    folder = pathlib.Path(options.keep or tempfile.mkdtemp(prefix="dialects-"))
    folder.mkdir(parents=True, exist_ok=True)

    sets = {
        "Corpus": {corpus / name: truth for name, truth in CORPUS.items()},
        "Hostile": {corpus / f"hostile/csv/{n}.csv": truth for n, truth in HOSTILE.items()},
        "Dialects": {folder / name: truth for name, truth in synthetic(folder).items()},
    }
    versions = {
        "DuckDB": duckdb.__version__, "charset-normalizer": charset_normalizer.__version__,
        "clevercsv": clevercsv.__version__, "pandas": pandas.__version__,
        "Python": sys.version.split()[0],
        "inspel": subprocess.run(
            [options.inspel, "--version"], capture_output=True, text=True).stdout.strip(),
    }
    print("Versions: " + ", ".join(f"{n} {v}" for n, v in versions.items()) + ".\n")
    misses = []
    for title, files in sets.items():
        seconds = dict.fromkeys(TOOLS, 0.0)
        counts = {name: {p: dict.fromkeys(("right", "wrong", "nothing", "refused"), 0)
                         for p in PROPERTIES} for name in TOOLS}
        for path, truth in files.items():
            for name, tool in TOOLS.items():
                start = time.monotonic()
                verdicts = judge(path, ask(tool, path, options), truth)
                seconds[name] += time.monotonic() - start
                for prop, (verdict, said) in verdicts.items():
                    counts[name][prop][verdict] += 1
                    if verdict in ("wrong", "refused"):
                        misses.append((name, title, path.name, prop, verdict, said, truth))
        print(f"### {title}: {len(files)} files\n")
        print("| | " + " | ".join(TOOLS) + " |")
        print("|---|" + "---|" * len(TOOLS))
        for prop in PROPERTIES:
            cells = []
            for name in TOOLS:
                count = counts[name][prop]
                if count["nothing"] == len(files):
                    cells.append("says nothing")
                    continue
                cell = f"{count['right']} of {len(files)}"
                if count["refused"]:
                    cell += f" ({count['refused']} refused)"
                cells.append(cell)
            print(f"| {prop} | " + " | ".join(cells) + " |")
        print("| seconds | " + " | ".join(f"{seconds[n]:.1f}" for n in TOOLS) + " |\n")

    print("### Misses\n")
    for name in TOOLS:
        groups = {}
        for tool, title, file, prop, verdict, said, truth in misses:
            if tool != name:
                continue
            if verdict == "refused":
                what = f"{prop} refused ({said})"
            else:
                what = f"{prop}: says {shown(said)}, is {shown(expected(truth, prop))}"
            groups.setdefault((title, what), []).append(file)
        # What is said of the same files stands together.
        alike = {}
        for (title, what), files in groups.items():
            alike.setdefault((title, tuple(files)), []).append(what)
        print(f"**{name}**: {sum(map(len, groups.values()))}\n")
        for (title, files), whats in alike.items():
            few = ", ".join(f"`{file}`" for file in files[:4])
            more = f" and {len(files) - 4} more" if len(files) > 4 else ""
            print(f"- {title}, {few}{more}: {'; '.join(whats)}")
        print()


if __name__ == "__main__":
    main()
