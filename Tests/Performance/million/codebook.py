"""Writes codebook.yaml from the generator's themes.json: each term as a compound part and as a head."""
import json
import sys

themes = json.load(open(sys.argv[1], encoding="utf-8"))
endings = (
    "'', s, a, an, ans, as, ar, arna, arnas, ars, e, en, ens, er, erna, ernas, ers, es, et, ets, "
    "n, na, nas, ns, or, orna, ornas, t, ts"
)
with open(sys.argv[2], "w", encoding="utf-8") as out:
    out.write(
        "codebook:\n  id: bench\n  version: 1.0.0\n  status: bench\n  language: sv\n"
        f"  matching:\n    inflections: [{endings}]\n"
        "    weights: {fras: 3, led: 2, slut: 2, ord: 2, svag: 1}\n"
        "    threshold: 2\n    max_themes_per_viewpoint: 3\n  themes:\n"
    )
    for theme in themes:
        terms = ", ".join(json.dumps(word, ensure_ascii=False) for word in theme["terms"])
        out.write(
            f"    - {{id: {theme['id']}, key: {theme['id'].lower()}, label: {theme['id']}, "
            f"led: [{terms}], slut: [{terms}]}}\n"
        )
