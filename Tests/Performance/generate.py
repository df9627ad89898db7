"""Makes the data of the benchmark: a survey as CSV, forms as XML, a codebook and two dialogues.

    generate.py FOLDER [--rows 1000000] [--forms 500000] [--terms 2000] [--vocabulary 130000]
                       [--length 50-400] [--areas 0] [--workers 2]

Everything is made up: words are put together from Swedish syllables and endings, in shares that
fall as in a language (Zipf). The same arguments give the same bytes on every machine; the first
rows of a long file are the rows of a short one. What the readers have to cope with is in it, and
`expected.json` counts it, so that a program's output can be checked:

* one text in ten has a line break in the field, one in thirty doubled quotes, one in thirty
  blanks around it;
* one row in twenty has å, ä and ö in two signs (NFD), as a Mac writes them;
* one row in fifty is sent twice: the same answers with another number and time;
* one row in a hundred has a telephone number or an e-mail address to mask.

Only Python's standard library is used.
"""
import argparse
import datetime
import hashlib
import json
import multiprocessing
import os
import pathlib
import random
import re
import shutil
import unicodedata

CHUNK = 5_000
TABLE = 1 << 22
COMMON = """och i att det som en på är av för med till den har de inte om ett men var jag sig från
vi så kan man när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara
hade alla andra mycket än här då sedan över bara in blir upp även vad få två vill ha många hur mer
går detta nya utan sina något allt första måste mellan blev bli dag någon några stora varit tre nog
ju samma se bra rätt bättre borde kommunen behöver tycker saknas fler större mindre aldrig alltid
ofta dåligt farligt tryggt barnen äldre ungdomar boende området gatan""".split()
ONSETS = ("b bl br d dr f fj fl fr g gl gr h j k kl kn kr kv l m n p pl pr r s sk skr sl sm sn sp "
          "st str sv t tr tv v").split()
VOWELS = "a a a e e e i i o o u y å å ä ä ö ö".split()
CODAS = ["", "", "", "d", "g", "k", "l", "ll", "m", "n", "nd", "ng", "nk", "r", "rd", "rk", "rm",
         "rn", "s", "sk", "st", "t", "tt"]
SUFFIXES = ["", "", "en", "et", "ar", "or", "er", "erna", "arna", "s", "na", "ens"]
ENDINGS = ("'', s, a, an, ans, as, ar, arna, arnas, ars, e, en, ens, er, erna, ernas, ers, es, et, "
           "ets, n, na, nas, ns, or, orna, ornas, t, ts")
AGES = ["0-17", "18-29", "30-44", "45-64", "65-79", "80+"]
SEXES = ["kvinna", "man", "annat", "vill ej svara"]
CHANNELS = ["webb", "papper", "app", "e-tjänst", "telefon"]
DISTRICTS = ["Björkliden", "Eklunda", "Granås", "Hasselby", "Lindvik", "Norrängen", "Solhöjden",
             "Strandby", "Tallåsen", "Ådalen"]
HEADER = ("svar_id;inkommet;kanal;språk;postnummer;stadsdel;ålder;kön;betyg_trygghet;betyg_trafik;"
          "fritext;kod")
PERSONAL = [lambda r: f" Ring 070-174 06 {r.randrange(5, 100):02d}",
            lambda r: f" Skriv till namn{r.randrange(1000)}@example.se"]


class Words:
    """The words of the texts: common ones, the long tail, and those the codebook has."""

    def __init__(self, vocabulary):
        random_ = random.Random("inspel words")
        seen = set(COMMON)

        def stem(syllables):
            while True:
                word = "".join(
                    random_.choice(ONSETS) + random_.choice(VOWELS) + random_.choice(CODAS)
                    for _ in range(syllables))
                if 4 <= len(word) <= 14 and word not in seen:
                    seen.add(word)
                    return word
                # Short stems run out.
                syllables = 2 if syllables == 1 else random_.choice([2, 3])

        # The codebook's terms come first, so that they are the same whatever the vocabulary.
        self.terms = []
        while len(self.terms) < 2_000:
            word = stem(random_.choice([2, 2, 3]))
            if 5 <= len(word) <= 10:
                self.terms.append(word)
        stems = [stem(random_.choice([1, 2, 2, 3])) for _ in range(max(vocabulary // 3, 100))]
        tail = [word + random_.choice(SUFFIXES) for word in stems]
        while len(tail) < vocabulary:
            tail.append(random_.choice(stems) + random_.choice(["", "s"])
                        + random_.choice(stems) + random_.choice(SUFFIXES))
        themed = []
        for word in self.terms:
            themed += [word, word + random_.choice(SUFFIXES), word + random_.choice(stems),
                       random_.choice(stems) + word + random_.choice(SUFFIXES)]
        random_.shuffle(themed)
        # A table in which a word stands as often as it is to be drawn.
        self.table = []
        for words, share, offset in ((COMMON, 0.55, 2), (tail, 0.40, 50), (themed, 0.05, 20)):
            weights = [1 / (place + offset) for place in range(len(words))]
            scale = share * TABLE / sum(weights)
            carried = 0.0
            for word, weight in zip(words, weights):
                carried += weight * scale
                times = int(carried)
                carried -= times
                self.table += [word] * times


def sentence(words):
    return " ".join(words).capitalize()


def make_text(random_, table, length):
    """One answer: its text, and how many pieces of personal data are in it."""
    wanted = random_.randint(*length)
    words = []
    have = 0
    for word in random_.choices(table, k=wanted // 3 + 2):
        words.append(word)
        have += len(word) + 1
        if have >= wanted:
            break
    parts = []
    place = 0
    while place < len(words):
        step = random_.randint(6, 16)
        parts.append(sentence(words[place:place + step]))
        place += step
    text = ". ".join(parts) + random_.choice([".", "!", "?", "..", ""])
    kind = random_.random()
    if kind < 0.10:
        text = text.replace(". ", ".\n", 1)
    elif kind < 0.13:
        text = text.replace(" och ", ' "och" ', 1)
    elif kind < 0.16:
        text = "  " + text + "  "
    personal = 0
    if random_.random() < 0.01:
        text = text.rstrip() + random_.choice(PERSONAL)(random_)
        personal = 1
    return text, personal


def moment(random_):
    return (datetime.datetime(2026, 1, 1) + datetime.timedelta(
        seconds=random_.randrange(365 * 86_400))).strftime("%Y-%m-%dT%H:%M:%SZ")


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


def csv_chunk(first, last, table, options):
    random_ = random.Random(f"inspel csv {first}")
    counts = {"rows": 0, "duplicates": 0, "decomposed": 0, "masked": 0, "texts": 0}
    rows = []
    answers = None
    for number in range(first, last):
        if answers and random_.random() < 0.02:
            counts["duplicates"] += 1
        else:
            text, personal = make_text(random_, table, options.length)
            if random_.random() < 0.05:
                text = unicodedata.normalize("NFD", text)
                counts["decomposed"] += 1
            area = (f"Område {random_.randrange(options.areas) + 1}" if options.areas
                    else random_.choice(DISTRICTS))
            answers = (f"{random_.choice(CHANNELS)};sv;{random_.randint(10_000, 19_999)};{area};"
                       f"{random_.choice(AGES)};{random_.choice(SEXES)};{random_.randint(1, 5)};"
                       f"{random_.randint(1, 5)};{quoted(text)}")
            counts["masked"] += personal
            counts["texts"] += 1
        rows.append(f"{number + 1};{moment(random_)};{answers};{random_.getrandbits(48):012x}\r\n")
    counts["rows"] = len(rows)
    return "".join(rows).encode(), counts


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def xml_chunk(first, last, table, options):
    random_ = random.Random(f"inspel xml {first}")
    counts = {"rows": 0, "duplicates": 0, "decomposed": 0, "masked": 0, "texts": 0}
    forms = []
    answers = None
    for number in range(first, last):
        if answers and random_.random() < 0.02:
            counts["duplicates"] += 1
        else:
            text, personal = make_text(random_, table, options.length)
            other, also = make_text(random_, table, (20, 120))
            if random_.random() < 0.05:
                text = unicodedata.normalize("NFD", text)
                counts["decomposed"] += 1
            answers = (
                f"    <meta><district>{random_.choice(DISTRICTS)}</district>"
                f"<age>{random_.choice(AGES)}</age><gender>{random_.choice(SEXES)}</gender>"
                f"<postcode>{random_.randint(10_000, 19_999)}</postcode></meta>\n    <answers>\n"
                f"      <text>{escaped(text)}</text>\n"
                f"      <comment>Trafik &amp; miljö: {escaped(other)}</comment>\n"
                f"      <score>{random_.randint(1, 5)}</score>\n    </answers>\n")
            counts["masked"] += personal + also
            counts["texts"] += 2
        forms.append(f'  <submission id="{number + 1}" received="{moment(random_)}" '
                     f'channel="webb">\n{answers}  </submission>\n')
    counts["rows"] = len(forms)
    return "".join(forms).encode(), counts


def chunk(job):
    kind, first, last = job
    make = csv_chunk if kind == "csv" else xml_chunk
    return make(first, last, WORDS.table, OPTIONS)


def write(path, kind, count, head, tail, pool):
    jobs = [(kind, first, min(first + CHUNK, count)) for first in range(0, count, CHUNK)]
    total = {}
    digest = hashlib.sha256()
    with open(path, "wb") as file:
        def put(data):
            file.write(data)
            digest.update(data)
        put(head.encode())
        for data, counts in pool.imap(chunk, jobs):
            put(data)
            for name, value in counts.items():
                total[name] = total.get(name, 0) + value
        put(tail.encode())
    return {**total, "bytes": os.path.getsize(path), "sha256": digest.hexdigest()}


def themes_of(terms, count):
    """The codebook's themes: a hundred of twenty words, fewer when there are fewer words."""
    themes = {20: 2, 200: 10}.get(count, max(count // 20, 1))
    size = count // themes
    return [{"id": f"T{n:03d}", "terms": terms[n * size:(n + 1) * size]} for n in range(themes)]


def codebook(themes):
    lines = ["codebook:", "  id: bench", "  version: 1.0.0", "  status: bench", "  language: sv",
             "  matching:", f"    inflections: [{ENDINGS}]",
             "    weights: {fras: 3, led: 2, slut: 2, ord: 2, svag: 1}", "    threshold: 2",
             "    max_themes_per_viewpoint: 3", "  themes:"]
    for theme in themes:
        terms = ", ".join(theme["terms"])
        lines.append(f"    - {{id: {theme['id']}, key: {theme['id'].lower()}, "
                     f"label: {theme['id']}, led: [{terms}], slut: [{terms}]}}")
    return "\n".join(lines) + "\n"


def groups(areas):
    lines = ["targetGroups:", "  id: bench", "  version: 1.0.0", "  dimensions:",
             "    - id: age", "      label: Ålder", "      unknown: []", "      groups:"]
    lines += [f'        - {{id: {a}, label: {a}, answers: ["{a}"]}}' for a in AGES]
    lines += ["    - id: sex", "      label: Kön", "      unknown: [vill ej svara]",
              "      groups:"]
    lines += [f"        - {{id: {s}, label: {s}, answers: [{s}]}}" for s in SEXES[:3]]
    if areas:
        lines += ["    - id: area", "      label: Område", "      unknown: []", "      groups:"]
        lines += [f"        - {{id: a{n}, label: Område {n}, answers: [Område {n}]}}"
                  for n in range(1, areas + 1)]
    return "\n".join(lines) + "\n"


def dialogue(source):
    return f"""dialogue:
  id: bench
  title: Mätning
  type: medborgardialog
  municipality: Exempelby kommun
  synthetic: true
  idPrefix: BN
case:
  registryNumber: B 1
  title: Mätning
  decidingBody: Kommunfullmäktige
  plannedDecision: 2027-06-22
purpose: Att mäta.
influence: {{scale: skr5, step: konsultation, open: [ingenting]}}
period: {{from: 2026-01-01, through: 2026-12-31}}
channels:
  - {{id: enkat, label: Enkät, countsPersons: true}}
sources:
{source}codebook: ../codebook.yaml
targetGroups: ../groups.yaml
reference: none
referenceReason: Mätningen jämför ingenting.
idKeyFile: ../key.txt
"""


def csv_source(areas):
    area = ", area: stadsdel" if areas else ""
    dropped = "kanal, språk, postnummer, " + ("" if areas else "stadsdel, ") + "kod"
    return f"""  - path: ../survey.csv
    profile: generic-csv
    channel: enkat
    id: svar_id
    time: inkommet
    text: [fritext]
    closed: [betyg_trygghet, betyg_trafik]
    background: {{age: ålder, sex: kön{area}}}
    drop: [{dropped}]
"""


XML_SOURCE = """  - path: ../forms.xml
    profile: generic-xml
    channel: enkat
    record: submission
    id: "@id"
    time: "@received"
    text: [answers/text, answers/comment]
    closed: [answers/score]
    background: {age: meta/age, sex: meta/gender}
    drop: ["@channel", meta/district, meta/postcode]
"""


def start(words, options):
    global WORDS, OPTIONS
    WORDS, OPTIONS = words, options


def generate(folder, options):
    """Writes the data, unless it is there already; gives what is expected of it."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    source = pathlib.Path(__file__).read_bytes()
    asked = {"rows": options.rows, "forms": options.forms, "terms": options.terms,
             "vocabulary": options.vocabulary, "length": list(options.length),
             "areas": options.areas, "generator": hashlib.sha256(source).hexdigest()}
    record = folder / "expected.json"
    if record.exists():
        there = json.loads(record.read_text(encoding="utf-8"))
        if there.get("asked") == asked:
            return there
        record.unlink()
    words = Words(options.vocabulary)
    start(words, options)  # for the processes that are forked from this one
    expected = {"asked": asked}
    with multiprocessing.get_context("fork").Pool(options.workers) as pool:
        if options.rows:
            expected["csv"] = write(
                folder / "survey.csv", "csv", options.rows, HEADER + "\r\n", "", pool)
        if options.forms:
            expected["xml"] = write(
                folder / "forms.xml", "xml", options.forms,
                '<?xml version="1.0" encoding="UTF-8"?>\n<submissions>\n', "</submissions>\n",
                pool)
        # Its threads must be gone before another pool is forked from this process.
        pool.close()
        pool.join()
    themes = themes_of(words.terms, options.terms)

    def put(name, text):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    put("themes.json", json.dumps(themes, ensure_ascii=False, indent=1) + "\n")
    put("codebook.yaml", codebook(themes))
    put("groups.yaml", groups(options.areas))
    # Public numbers are drawn with a key, or public/ would not be written.
    put("key.txt", "matning matning matning matning 1\n")
    put("csv/dialogue.yaml", dialogue(csv_source(options.areas)))
    put("xml/dialogue.yaml", dialogue(XML_SOURCE))
    record.write_text(json.dumps(expected, indent=1) + "\n", encoding="utf-8")
    return expected


def copy_dialogue(source, folder):
    """What stands beside a survey, for another one."""
    (folder / "csv").mkdir(parents=True, exist_ok=True)
    for name in ("codebook.yaml", "groups.yaml", "key.txt", "csv/dialogue.yaml"):
        shutil.copy(source / name, folder / name)


def multiply(source, folder, factor):
    """A survey with `factor` times the rows of the one in `source`: each copy has identifiers and
    words of its own, so that no row repeats one of another copy.

    Making millions of rows takes many minutes, and this one. Gives what is expected of it.
    """
    before = json.loads((source / "expected.json").read_text(encoding="utf-8"))["csv"]
    copy_dialogue(source, folder)
    first = re.compile(rb"(?m)^(\d+;\d{4}-\d\d-\d\dT)")
    last = re.compile(rb'(";[0-9a-f]{12}\r\n)')
    digest = hashlib.sha256()
    with open(folder / "survey.csv", "wb") as file:
        def put(data):
            file.write(data)
            digest.update(data)
        put((HEADER + "\r\n").encode())
        for copy in range(factor):
            mark = b"%02d" % copy
            with open(source / "survey.csv", "rb") as rows:
                rows.readline()
                rest = b""
                while piece := rows.read(1 << 24):
                    piece = rest + piece
                    cut = piece.rfind(b"\r\n") + 2
                    rest = piece[cut:]
                    put(last.sub(rb" del %s\1" % mark, first.sub(rb"%s\1" % mark, piece[:cut])))
    counts = {name: value * factor for name, value in before.items() if isinstance(value, int)}
    return {**counts, "bytes": os.path.getsize(folder / "survey.csv"),
            "sha256": digest.hexdigest()}


def length(text):
    least, _, most = text.partition("-")
    return int(least), int(most)


def parser():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--forms", type=int, default=500_000)
    parser.add_argument("--terms", type=int, default=2_000)
    parser.add_argument("--vocabulary", type=int, default=130_000)
    parser.add_argument("--length", type=length, default=(50, 400))
    parser.add_argument("--areas", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    return parser


if __name__ == "__main__":
    command = parser()
    command.add_argument("folder")
    arguments = command.parse_args()
    print(json.dumps(generate(arguments.folder, arguments), indent=1))
