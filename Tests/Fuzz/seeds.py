"""Writes the first inputs of a fuzz target: seeds.py TARGET FOLDER. All of them are made up."""
import io
import pathlib
import sys
import zipfile

WAYS = {"csv": bytes(8), "xml": bytes(3), "notes": b"", "sheet": b""}

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
    '"Han sa "hej" till mig";x\n"Bra" tycker jag;"y\nz"\n"a" "b;"c"d\n"e;f""g"\n'.encode(),
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

# The first byte says which part the rest is: 0 a sheet, 3 shared texts, 4 styles, 5 the workbook,
# 6 the content of an OpenDocument sheet, 8 the whole file.
SHEET = (
    "<worksheet><dimension ref='A1'/><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c>"
    "<c r='C1' t='inlineStr'><is><r><t>a</t></r><r><t xml:space='preserve'> b</t></r></is></c>"
    "</row>"
    "<row hidden='1'><c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c><c t='str'><f>A1</f><v>x</v></c>"
    "<c s='1'><v>45000.25</v></c><c s='2'><f>1/3</f></c></row><row r='9'><c r='E9'><v>1E-3</v></c>"
    "</row></sheetData><mergeCells><mergeCell ref='A2:B3'/></mergeCells></worksheet>"
)
SHARED = (
    "<sst count='2'><si><t>svar</t></si><si><r><t>å</t></r><rPh><t>no</t></rPh></si><si/></sst>"
)
STYLES = (
    "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[$-41D]d mmmm yyyy h:mm'/></numFmts>"
    "<cellStyleXfs><xf/></cellStyleXfs>"
    "<cellXfs><xf/><xf numFmtId='164'/><xf numFmtId='46'/></cellXfs></styleSheet>"
)
WORKBOOK = (
    "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
    "<workbookPr date1904='1'/><sheets><sheet name='B' state='hidden' sheetId='1' r:id='r1'/>"
    "<sheet name='C' sheetId='2' r:id='r1'/></sheets></workbook>"
)
NAMES = " ".join(
    f"xmlns:{name}='urn:oasis:names:tc:opendocument:xmlns:{name}:1.0'"
    for name in ("office", "table", "text", "style")
)
CONTENT = (
    f"<office:document-content {NAMES}><office:body><office:spreadsheet><table:table table:name='B'>"
    "<table:table-row table:number-rows-repeated='2'><table:table-cell office:value-type='string' "
    "table:number-columns-repeated='2'><text:p>a<text:s text:c='3'/>b</text:p><text:p>c</text:p>"
    "</table:table-cell><table:covered-table-cell/><table:table-cell office:value-type='date' "
    "office:date-value='2026-04-14T09:12:33'/></table:table-row><table:table-row><table:table-cell "
    "office:value-type='percentage' office:value='0.5'/></table:table-row></table:table>"
    "</office:spreadsheet></office:body></office:document-content>"
)


def archive(parts, method):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as zip_file:
        for name, text in parts.items():
            zip_file.writestr(zipfile.ZipInfo(name), text, method)
    return file.getvalue()


ODS = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
       "META-INF/manifest.xml": "<manifest/>", "content.xml": CONTENT}
FILES = [archive(ODS, zipfile.ZIP_STORED), archive(ODS, zipfile.ZIP_DEFLATED), b"PK\x05\x06" + bytes(18)]
SHEETS = [
    bytes([part, 30, 1, limits]) + (text if isinstance(text, bytes) else text.encode())
    for limits in (0, 1)
    for part, text in [(0, SHEET), (3, SHARED), (4, STYLES), (5, WORKBOOK), (6, CONTENT)]
    + [(8, file) for file in FILES]
]

SEEDS = {"csv": CSV, "xml": XML, "notes": NOTES, "sheet": SHEETS}

if __name__ == "__main__":
    target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    for number, seed in enumerate(SEEDS[target]):
        (folder / f"seed-{number:02}").write_bytes(WAYS[target] + seed)
