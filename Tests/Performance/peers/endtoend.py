"""What an analyst's program does with the survey: endtoend.py MODE FOLDER OUT [ROWS]

Reads the table, puts the text in NFC, trims it, marks repeated answers, finds the codebook's words,
stores rows and findings in a file and counts themes by age group.

    polars   find_many (a term anywhere, also within words), Parquet
    duckdb   two threads, words split and joined (exact words, no endings), its own database
    pandas   the product's algorithm in Python, SQLite
    regex    pandas, one regular expression for each theme (words that begin with a term), SQLite

Seconds are from after the imports to the end. ROWS takes the first rows only.
"""
import json
import pathlib
import re
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
ANSWERS = ["kanal", "språk", "postnummer", "stadsdel", "ålder", "kön", "betyg_trygghet",
           "betyg_trafik", "fritext"]


def with_polars(folder, out, themes, rows):
    import polars as pl
    start = time.perf_counter()
    # Offsets of the words and not the words themselves: that is the quicker of the two.
    patterns = sorted(term for theme in themes for term in theme["terms"])
    table = (
        pl.read_csv(folder / "survey.csv", separator=";", infer_schema=False, n_rows=rows)
        .with_columns(pl.col("fritext").str.normalize("NFC").str.strip_chars())
        .with_columns(pl.struct(ANSWERS).hash().is_first_distinct().alias("first"))
        .with_row_index("row"))
    kept = table.filter("first")
    found = kept.lazy().select(
        "row", "ålder", pl.col("fritext").str.to_lowercase()
        .str.find_many(patterns, overlapping=True).alias("place"))
    places = found.explode("place").drop_nulls("place").collect(engine="streaming")
    table.write_parquet(out / "polars.parquet")
    places.write_parquet(out / "polars-found.parquet")
    counts = places.group_by("ålder").agg(pl.col("row").n_unique())
    return start, {"rows": len(table), "duplicates": len(table) - len(kept),
                   "hits": len(places), "groups": len(counts)}


def with_duckdb(folder, out, themes, rows):
    import duckdb
    start = time.perf_counter()
    path = out / "duckdb.db"
    path.unlink(missing_ok=True)
    db = duckdb.connect(str(path))
    db.execute("set threads = 2")
    db.execute("create temp table word(theme varchar, term varchar)")
    db.executemany("insert into word values (?, ?)",
                   [(t["id"], term) for t in themes for term in t["terms"]])
    limit = f"limit {rows}" if rows else ""
    names = ", ".join(f'"{name}"' for name in ANSWERS)
    db.execute(f"""
        create table submission as
        with source as (
          select row_number() over () as id,
                 * replace (trim(nfc_normalize(fritext), E' \\n') as fritext)
          from read_csv('{folder / "survey.csv"}', delim = ';', header = true, quote = '"',
                        escape = '"', all_varchar = true) {limit})
        select *, id = min(id) over (partition by hash({names})) as first from source""")
    db.execute("""
        create table tag as
        with token as (
          select id, unnest(regexp_split_to_array(lower(fritext), '[^\\p{L}\\p{N}]+')) as term
          from submission where first)
        select id, theme, term from token join word using (term)""")
    counts = db.execute('select theme, "ålder", count(distinct id) from tag join submission '
                        "using (id) group by 1, 2").fetchall()
    one = lambda sql: db.execute(sql).fetchone()[0]
    answer = {"rows": one("select count(*) from submission"),
              "duplicates": one("select count(*) from submission where not first"),
              "hits": one("select count(*) from tag"), "groups": len({c[1] for c in counts})}
    db.close()
    return start, answer


def with_pandas(folder, out, themes, rows, uses_regex):
    import sqlite3
    import pandas as pd
    from generate import ENDINGS
    from peers.memo import Memo
    start = time.perf_counter()
    table = pd.read_csv(folder / "survey.csv", sep=";", dtype=str, nrows=rows,
                        keep_default_na=False)
    table["fritext"] = table["fritext"].str.normalize("NFC").str.strip()
    table["first"] = ~table.duplicated(ANSWERS)
    texts = table["fritext"][table["first"]]
    found = []
    if uses_regex:
        lower = texts.str.lower()
        for place, theme in enumerate(themes):
            expression = r"\b(?:" + "|".join(map(re.escape, theme["terms"])) + r")\w*"
            found += [(int(row), place) for row in texts.index[
                lower.str.contains(expression, regex=True)]]
    else:
        memo = Memo(themes, [e.strip().strip("'") for e in ENDINGS.split(",")])
        for row, text in texts.items():
            found += [(row, theme) for theme, _, _ in memo.tag(text)]
    path = out / "pandas.sqlite"
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    table.to_sql("submission", db, index=True, chunksize=50_000)
    db.execute("create table tag(submission, theme)")
    db.executemany("insert into tag values (?, ?)", found)
    db.commit()
    tags = pd.DataFrame(found, columns=["row", "theme"])
    counts = tags.join(table["ålder"], on="row").groupby(["theme", "ålder"])["row"].nunique()
    return start, {"rows": len(table), "duplicates": int((~table["first"]).sum()),
                   "hits": len(found),
                   "groups": int(counts.index.get_level_values("ålder").nunique())}


def main(mode, folder, out, rows=None):
    folder, out = pathlib.Path(folder), pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    themes = json.loads((folder / "themes.json").read_text(encoding="utf-8"))
    rows = int(rows) if rows else None
    if mode == "polars":
        start, answer = with_polars(folder, out, themes, rows)
    elif mode == "duckdb":
        start, answer = with_duckdb(folder, out, themes, rows)
    else:
        start, answer = with_pandas(folder, out, themes, rows, mode == "regex")
    answer["seconds"] = time.perf_counter() - start
    print(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
