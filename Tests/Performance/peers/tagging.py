"""The taggers that the product is set beside: tagging.py MODE FOLDER TEXTS COUNT [RESULT]

Texts are in memory, in NFC, one a line; the clock stands while they are read and the tables are
made. The CPU seconds of the process are counted, so that threads are no advantage.

    memo         the product's algorithm in Python; the same themes, scores and words
    ahocorasick  pyahocorasick over lower-case text; words that begin with a term
    polars       polars find_many over lower-case text; a term anywhere, in words too
    regex        Python's re, one expression for each theme; words that begin with a term
"""
import json
import pathlib
import re
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))


def main(mode, folder, texts, count, result=None):
    folder = pathlib.Path(folder)
    themes = json.loads((folder / "themes.json").read_text(encoding="utf-8"))
    with open(texts, encoding="utf-8", newline="\n") as file:
        lines = [line.rstrip("\n") for _, line in zip(range(int(count)), file)]
    terms = {term: place for place, theme in enumerate(themes) for term in theme["terms"]}
    answer = {"texts": len(lines)}
    if mode == "memo":
        from generate import ENDINGS
        from peers.memo import Memo
        memo = Memo(themes, [e.strip().strip("'") for e in ENDINGS.split(",")])
        start = time.process_time()
        found = [memo.tag(line) for line in lines]
        answer["cpu"] = time.process_time() - start
        answer["themes"] = sum(map(len, found))
        answer["hits"] = sum(len(t[2]) for tags in found for t in tags)
        if result:
            pathlib.Path(result).write_text("".join(
                ";".join(f"{memo.keys[t]}:{s}:{','.join(w)}" for t, s, w in tags) + "\n"
                for tags in found), encoding="utf-8")
    elif mode == "ahocorasick":
        import ahocorasick
        automaton = ahocorasick.Automaton()
        for term, theme in terms.items():
            automaton.add_word(term, (theme, len(term)))
        automaton.make_automaton()
        hits = 0
        start = time.process_time()
        for line in lines:
            text = line.lower()
            for end, (_, length) in automaton.iter(text):
                begin = end - length
                if begin < 0 or not text[begin].isalnum():
                    hits += 1
        answer["cpu"] = time.process_time() - start
        answer["hits"] = hits
    elif mode == "polars":
        import polars as pl
        column = pl.Series(lines)
        patterns = sorted(terms)
        start = time.process_time()
        found = column.str.to_lowercase().str.find_many(patterns, overlapping=True)
        answer["hits"] = int(found.list.len().sum())
        answer["cpu"] = time.process_time() - start
    elif mode == "regex":
        expressions = [re.compile(r"\b(?:" + "|".join(map(re.escape, t["terms"])) + r")\w*")
                       for t in themes]
        start = time.process_time()
        hits = 0
        for line in lines:
            text = line.lower()
            for expression in expressions:
                hits += sum(1 for _ in expression.finditer(text))
        answer["cpu"] = time.process_time() - start
        answer["hits"] = hits
    else:
        raise SystemExit(f"no mode {mode}")
    print(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
