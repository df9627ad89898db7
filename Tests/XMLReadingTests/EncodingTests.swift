import Records
import Testing
import XMLReading

@Suite struct EncodingTests {
  private static let rows = [["Räksmörgås på Övägen, é"]]

  private static func xml(_ encoding: String?) -> String {
    let named = encoding.map { " encoding=\"\($0)\"" } ?? ""
    return "<?xml version=\"1.0\"\(named)?>\n<d><r><v>\(rows[0][0])</v></r></d>"
  }

  @Test(
    arguments: [
      ("UTF-8", Array(xml("UTF-8").utf8), "utf-8", false),
      ("BOM", [0xEF, 0xBB, 0xBF] + Array(xml(nil).utf8), "utf-8", true),
      ("ISO-8859-1", latin1(xml("ISO-8859-1")), "windows-1252", false),
      ("latin1", latin1(xml("latin1")), "windows-1252", false),
      ("windows-1252", latin1(xml("windows-1252")), "windows-1252", false),
      ("Cp1252", latin1(xml("Cp1252")), "windows-1252", false),
      ("UTF-16 LE", utf16(xml("UTF-16"), bigEndian: false), "utf-16le", true),
      ("UTF-16 BE", utf16(xml("UTF-16"), bigEndian: true), "utf-16be", true),
      ("UTF-16LE", utf16(xml("UTF-16LE"), bigEndian: false, mark: false), "utf-16le", false),
      ("UTF-16BE", utf16(xml("utf-16be"), bigEndian: true, mark: false), "utf-16be", false),
    ])
  func `An encoding that is declared and true is read`(
    name: String, bytes: [UInt8], encoding: String, mark: Bool
  ) throws {
    let reading = try Reading(bytes, layout("r", "v"))
    #expect(reading.rows == Self.rows)
    #expect(reading.problems == [])
    #expect(reading.prolog.encoding?.name == encoding)
    #expect(reading.prolog.hasByteOrderMark == mark)
  }

  @Test(
    arguments: [
      [0xEF, 0xBB, 0xBF] + Array(xml("ISO-8859-1").utf8), Array(xml("utf-16").utf8),
      Array(xml("UTF-16LE").utf8), utf16(xml("UTF-8"), bigEndian: false),
      utf16(xml("UTF-16BE"), bigEndian: false), utf16(xml("bogus"), bigEndian: true),
    ])
  func `Bytes are believed before a declaration that they contradict`(bytes: [UInt8]) throws {
    let reading = try Reading(bytes, layout("r", "v"))
    #expect(reading.rows == Self.rows)
    #expect(reading.kinds == [.encodingMismatch])
    #expect(reading.problems.first?.line == 1)
  }

  @Test(arguments: ["UTF-8", nil])
  func `Bytes that are not UTF-8 stop the reading where they stand`(encoding: String?) throws {
    let named = encoding.map { " encoding='\($0)'" } ?? ""
    let start = "<?xml version='1.0'\(named)?>\n<d>\n<r><v>a</v></r>\n"
    for broken in [
      "<r><v>å b c d</v></r></d>", "<r><v><![CDATA[å b]]></v></r></d>", "<r v='å x'/></d>",
    ] {
      for chunk in [1, 1 << 16] {
        let reading = try Reading(latin1(start + broken), layout("r", "v"), chunk: chunk)
        #expect(reading.rows == [["a"]])
        #expect(reading.kinds == [.encodingMismatch])
        #expect(reading.problems.last?.line == 4)
      }
    }
  }

  @Test(arguments: [
    [0xC1, 0x81], [0xE0, 0x81, 0x81], [0xF0, 0x80, 0x81, 0x81], [0xED, 0xA0, 0x80],
  ])
  func `A character in a longer form than need be is not let through`(form: [UInt8]) throws {
    for (before, after) in [("<v>", " text</v>"), ("<v><![CDATA[", " text]]></v>")] {
      let bytes = Array("<d><r>\(before)".utf8) + form + Array("\(after)</r></d>".utf8)
      let reading = try Reading(bytes, layout("r", "v"))
      #expect(reading.rows == [])
      #expect(reading.problems.count == 1)
    }
  }

  @Test func `ISO-8859-1 that is windows-1252 is read as that and reported`() throws {
    let bytes =
      latin1("<?xml version='1.0' encoding='ISO-8859-1'?>\n<d><r><v>å</v></r>\n<r><v>")
      + [0x93, 0x80, 0x94] + latin1("</v></r></d>")
    let reading = try Reading(bytes, layout("r", "v"))
    #expect(reading.rows == [["å"], ["\u{201C}€\u{201D}"]])
    #expect(reading.kinds == [.encodingMismatch])
    #expect(reading.problems.first?.line == 3)
  }

  @Test func `ISO-8859-1 that fits as UTF-8 is reported`() throws {
    let reading = try Reading(
      Array("<?xml version='1.0' encoding='ISO-8859-1'?>\n<d>\n<r><v>åäö</v></r></d>".utf8),
      layout("r", "v"))
    #expect(reading.rows.count == 1)
    #expect(reading.kinds == [.encodingMismatch])
    #expect(reading.problems.first?.line == 3)
    #expect(reading.problems.first?.detail?.contains("utf-8") == true)
  }

  @Test func `Plain ASCII declared as anything single-byte is no mismatch`() throws {
    let reading = try Reading(
      "<?xml version='1.0' encoding='ISO-8859-1'?><r><v>abc</v></r>", layout("r", "v"))
    #expect(reading.rows == [["abc"]])
    #expect(reading.problems == [])
  }

  @Test func `A byte without meaning in windows-1252 stops the reading`() throws {
    for padding in [0, 3000] {
      let filler = String(repeating: "<x/>\n", count: padding)
      let bytes =
        latin1("<?xml version='1.0' encoding='windows-1252'?>\n<d><r><v>a</v></r>\(filler)<r><v>")
        + [0x81] + latin1("bcd</v></r></d>")
      let reading = try Reading(bytes, layout("r", "v"), chunk: 1000)
      #expect(reading.rows == [["a"]])
      #expect(reading.kinds == [.invalidEncoding])
      #expect(reading.problems.last?.line == 2 + padding)
      #expect(reading.problems.last?.offset == bytes.firstIndex(of: 0x81))
    }
  }

  @Test func `Half a character of UTF-16 stops the reading`() throws {
    let whole = utf16("<d><r><v>a</v></r>\n<r><v>🙂</v></r></d>", bigEndian: false)
    let cut = whole.count - 2 * "</v></r></d>".count - 2
    let reading = try Reading(Array(whole[..<cut]) + whole[(cut + 2)...], layout("r", "v"))
    #expect(reading.rows == [["a"]])
    #expect(reading.kinds == [.invalidEncoding])
    let odd = try Reading(Array(whole.dropLast()), layout("r", "v"))
    #expect(odd.rows == [["a"], ["🙂"]])
    #expect(odd.kinds == [.invalidEncoding])
  }

  @Test(
    arguments: [
      ([0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40], "ebcdic"),
      (Array("<?xml version='1.0' encoding='KOI8-R'?><r><v>a</v></r>".utf8), "declared koi8-r"),
    ])
  func `An encoding that nobody here knows is refused by name`(
    bytes: [UInt8], name: String
  ) throws {
    let reading = try Reading(bytes, layout("r", "v"))
    #expect(reading.rows == [])
    #expect(reading.kinds == [.unknownEncoding])
    #expect(reading.problems.first?.detail == name)
  }

  private static let knowsUTF32 = TextEncoding(name: "utf-32le") != nil

  private static func utf32(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * $0)) }
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  @Test(
    .enabled(if: knowsUTF32), arguments: [false, true],
    [("UTF-32", true), ("UTF-32", false), (nil, true), (nil, false)])
  func `UTF-32 is read with and without byte order mark`(
    bigEndian: Bool, form: (encoding: String?, mark: Bool)
  ) throws {
    let text = (form.mark ? "\u{FEFF}" : "") + Self.xml(form.encoding) + "<!--🙂-->"
    for chunk in [1, 7, 4096] {
      let reading = try Reading(
        Self.utf32(text, bigEndian: bigEndian), layout("r", "v"), chunk: chunk)
      #expect(reading.rows == Self.rows)
      #expect(reading.problems == [])
      #expect(reading.prolog.encoding?.name == (bigEndian ? "utf-32be" : "utf-32le"))
      #expect(reading.prolog.hasByteOrderMark == form.mark)
    }
  }

  @Test(.enabled(if: !knowsUTF32), arguments: [false, true])
  func `UTF-32 is refused by name where no reader knows it`(bigEndian: Bool) throws {
    let reading = try Reading(
      Self.utf32(Self.xml(nil), bigEndian: bigEndian), layout("r", "v"))
    #expect(reading.kinds == [.unknownEncoding])
    #expect(reading.problems.first?.detail == "utf-32")
  }

  @Test(.enabled(if: knowsUTF32))
  func `UTF-32 that is declared as UTF-16 is read and reported`() throws {
    let reading = try Reading(
      Self.utf32(Self.xml("UTF-16"), bigEndian: true), layout("r", "v"))
    #expect(reading.rows == Self.rows)
    #expect(reading.kinds == [.encodingMismatch])
  }

  @Test(.enabled(if: TextEncoding(name: "ISO-8859-15") != nil))
  func `ISO-8859-15 has the euro sign, and control characters in it are reported`() throws {
    let start = latin1("<?xml version='1.0' encoding='ISO-8859-15'?>\n<d><r><v>å ")
    let end = latin1("</v></r></d>")
    let reading = try Reading(start + [0xA4] + end, layout("r", "v"))
    #expect(reading.rows == [["å €"]])
    #expect(reading.problems == [])
    let control = try Reading(start + [0x93] + end, layout("r", "v"))
    #expect(control.rows == [["å \u{93}"]])
    #expect(control.kinds == [.encodingMismatch])
    #expect(control.problems.first?.line == 2)
  }

  // MARK: XML 1.1

  @Test(arguments: ["UTF-8", "ISO-8859-1", nil])
  func `XML 1.1 is read`(encoding: String?) throws {
    let named = encoding.map { " encoding='\($0)'" } ?? ""
    let text = "<?xml version='1.1'\(named) standalone='no'?>\n<d><r><v>åäö</v></r></d>"
    let reading = try Reading(
      encoding == "ISO-8859-1" ? latin1(text) : Array(text.utf8), layout("r", "v"))
    #expect(reading.rows == [["åäö"]])
    #expect(reading.problems == [])
    #expect(reading.prolog.version == "1.1")
  }

  @Test(arguments: ["1.0", "1.1"])
  func `Characters that only XML 1.1 takes for line ends are text`(version: String) throws {
    let text = "a\u{85}b\u{2028}c&#x85;d"
    let xml = "<?xml version='\(version)'?>\n<d><r><v>\(text)</v></r>\n<r><v>\u{85}e</v></r></d>"
    for chunk in [1, 4096] {
      let reading = try Reading(xml, layout("r", "v"), chunk: chunk)
      #expect(reading.rows == [["a\u{85}b\u{2028}c\u{85}d"], ["\u{85}e"]])
      #expect(reading.lines == [2, 3])
      #expect(reading.problems == [])
    }
  }

  @Test(arguments: ["&#1;", "&#x1F;", "&#31;", "\u{1}"], ["1.0", "1.1"])
  func `A control character stops the reading where it stands`(
    character: String, version: String
  ) throws {
    let xml = """
      <?xml version='\(version)'?>
      <d><r><v>a</v></r>
      <r><v>b\(character)c</v></r><r><v>d</v></r></d>
      """
    for chunk in [1, 4096] {
      let reading = try Reading(xml, layout("r", "v"), chunk: chunk)
      #expect(reading.rows == [["a"]])
      #expect(reading.kinds == [.notWellFormed])
      #expect(reading.problems.first?.line == 3)
      #expect(reading.problems.first?.detail?.contains("character") == true)
      #expect(reading.undelivered.map(\.line) == [3])
    }
  }
}
