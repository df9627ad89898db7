#!/usr/bin/env bash
# Times `inspel run` on a million rows beside one libcsv pass, polars and DuckDB, in turns.
#   rounds.sh FOLDER [ROUNDS]
# FOLDER holds what the generator made (data/survey.csv, data/themes.json), csv_empty (compiled
# from csv_empty.c with -O2 -lcsv) and e2e.py; python3 has numpy, polars, duckdb and PyStemmer.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$(cd "$here/../../.." && pwd)/.build/release/inspel
export INSPEL_PIPELINES=$(cd "$here/../../../pipelines" && pwd)
folder=$(cd "$1" && pwd)
dialogue=$folder/million
mkdir -p "$dialogue"
cp "$here/dialogue.yaml" "$here/groups.yaml" "$dialogue/"
ln -sf "$folder/data/survey.csv" "$dialogue/survey.csv"
python3 "$here/codebook.py" "$folder/data/themes.json" "$dialogue/codebook.yaml"
cd "$folder"
timed() { /usr/bin/time -f "$1 wall=%e cpu=%U+%S peak=%M KB" "${@:2}" >/dev/null 2>"$folder/time.log"; tail -n 1 "$folder/time.log"; }
for _ in $(seq "${2:-3}"); do
  timed libcsv ./csv_empty data/survey.csv 0
  timed inspel "$program" run "$dialogue" --at 2026-06-02 --out "$folder/out"
  timed polars python3 e2e.py polars data/survey.csv
  timed duckdb python3 e2e.py duck data/survey.csv
done
