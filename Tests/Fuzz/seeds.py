"""Writes the first inputs of a fuzz target: seeds.py TARGET FOLDER. All of them are made up."""
import pathlib
import sys

WAYS = {"csv": bytes(8), "xml": bytes(3), "notes": b""}

TABLE = (
    'id;svar;år\r\n1;"Bra, ""mycket""\r\nbra";2026\r\n2;Åsa tycker – nej;2025\r\n'
    '3;;\r\n\r\n4;" lång text ";"x"\r\n'
)
CSV = [
    TABLE.encode(),
    b"\xef\xbb\xbf" + TABLE.encode(),
    TABLE.encode("cp1252"),
    TABLE.encode("mac_roman"),
    "id;svar\n1;åäö\n".encode("latin-1"),
    b"\xff\xfe" + TABLE.encode("utf-16-le"),
    b"\xfe\xff" + TABLE.encode("utf-16-be"),
    "a,b,c\n1,\"2\n3\",4\n5,6\n7,8,9,10\n".encode(),
    "a\tb\r1\t2\r".encode(),
    "a|b\n1|\"2\n".encode(),
    "sep=;\r\na;b\r\n1;2\r\n".encode(),
    "Synpunkt\nFler bussar, tack\n\"Ja\nnej\"\n".encode(),
    "Q1;Q2;\n\"Fråga 1\";\"{\"\"x\"\":1}\";\nid;id;\n1;2\n".encode(),
    b"a;b\n\x00;2\n\xe5;3\n\xc3;\xa5\n",
    b'"a"b";c\n"a" ";"b\n" " ;x\n',
    b";" * 70 + b"\n" + b'"' * 9 + b"\n" + b"\r" * 9,
]

BODY = (
    '<poster><post id="1"><svar>Bra &amp; fint &#229;</svar><a><b>x</b></a></post>\n'
    '<post id=\'2\' namn="n"><svar><![CDATA[ ]] ]> å]]><b>y</b>mer</svar><hemlig>h</hemlig></post>'
    "<!-- en > två --><post/><?pi x?></poster>"
)
XML = [
    ('<?xml version="1.0" encoding="UTF-8"?>\n' + BODY).encode(),
    ('<?xml version="1.0"encoding="UTF_8" standalone="no"?>' + BODY).encode(),
    ('<?xml version="1.1" encoding="iso-8859-1"?>' + BODY).encode("latin-1"),
    b"\xef\xbb\xbf" + BODY.encode(),
    b"\xff\xfe" + BODY.encode("utf-16-le"),
    BODY.encode("utf-16-be"),
    b'<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>',
    b'<n:d xmlns:n="urn:x"><n:post id="1"><svar>a</svar></n:post><post><post/></post></n:d>',
    b"<d><post><svar>a</svar></post><post><svar>b</w></post></d>",
    b"<a>" * 70,
    b"<d " + b" ".join(b'a%d="x"' % n for n in range(9)) + b"><post id='1'/></d>",
]

HEAD = "aktivitet: torgmote\ndatum: 2026-04-22\nplats: Torget\nantecknare: en\ndeltagare: 34\n\n"
NOTES = [
    (HEAD + "# Rubrik\n\n- Ett. [grupp: age=65-79] [x3]\n- Två\n  rader\n* Ett [ord]\n").encode(),
    (HEAD + "1. Ett\n2) Två [x2]\na) Tre\n10. Tio\n\u2022 Fem\nlös rad\n").encode(),
    HEAD.replace("\n", "\r\n").encode() + b"- a\r\n+ b\r\n",
    "datum: 22 april\ndeltagare: m\n: \n\n- [x] [grupp: fel] [[x3]]\n".encode(),
    b"- \n-\n - a\n\t- b\n\xff\xfe",
]

SEEDS = {"csv": CSV, "xml": XML, "notes": NOTES}

if __name__ == "__main__":
    target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    for number, seed in enumerate(SEEDS[target]):
        (folder / f"seed-{number:02}").write_bytes(WAYS[target] + seed)
