import Records
import Testing

@Suite struct MojibakeMenderTests {
  static let misreadings: [TextEncoding] = [.windows1252, .iso88591, .macintosh, .ibm850]

  // What becomes of a text when its UTF-8 is read in another encoding. Where windows-1252 has no
  // character, its readers take the one of ISO-8859-1.
  static func misread(_ text: String, as encoding: TextEncoding) throws -> String {
    var characters: [UInt8: String] = [:]
    for byte in Set(text.utf8) {
      let read = try readAll(UTF8Source(bytes: [byte], encoding: encoding))
      let character = read == [0xFF] ? String(Unicode.Scalar(byte)) : nil
      characters[byte] = character ?? String(decoding: read, as: UTF8.self)
    }
    return text.utf8.map { characters[$0] ?? "" }.joined()
  }

  static let texts =
    SwedishText.sentences + SwedishText.sentences.map { "Så här: " + $0.uppercased() }
    + SwedishText.signs.map { "Så här: " + $0 }
    + [
      "Åsa, Örjan och Ärla", "PÅ SJÖN", "”Hej” – sa hon… ‘så’", "5 € och 3 £, Word™ är dyrt",
      "Bra! 😀👍🏽 ❤️ ☀ → så är det", "Skåne «bäst» 20 °C ½ m²", "é è ê ë à á â ñ ç ü ß æ ø",
      "Gå\u{A0}ut å lek", "ÀÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß åäö",
    ]

  @Test(arguments: misreadings)
  func `text that was read in the wrong encoding is mended`(_ encoding: TextEncoding) throws {
    for text in Self.texts {
      let damaged = try Self.misread(text, as: encoding)
      let (mended, count) = MojibakeMender.mended(damaged)
      #expect(mended == text, "\(damaged)")
      #expect(count == text.unicodeScalars.count { !$0.isASCII })
      #expect(MojibakeMender.mended(mended) == (mended, 0))
    }
  }

  @Test(arguments: ["“a”", "FÜR", "Ürsache", "😀 ’n", "„Ist“ – ß…", "È"])
  func `signs that become two signs are mended when they were damaged twice`(
    _ text: String
  ) throws {
    let damaged = try Self.misread(Self.misread(text, as: .windows1252), as: .windows1252)
    #expect(MojibakeMender.mended(damaged).text == text, "\(damaged)")
  }

  @Test(arguments: misreadings)
  func `text that was damaged two and three times is mended`(_ encoding: TextEncoding) throws {
    for text in SwedishText.sentences {
      var damaged = try Self.misread(text, as: encoding)
      for _ in 0..<2 {
        damaged = try Self.misread(damaged, as: encoding)
        let (mended, count) = MojibakeMender.mended(damaged)
        #expect(mended == text, "\(damaged)")
        #expect(count == text.unicodeScalars.count { !$0.isASCII })
      }
    }
  }

  @Test(arguments: [
    ("Ã¥Ã¤Ã¶", "åäö"), ("FÃ–RNAMN", "FÖRNAMN"), ("Ã…lder", "Ålder"), ("TidstÃ¤mpel", "Tidstämpel"),
    ("itâ€™s", "it’s"), ("hejÂ\u{A0}dÃ¥", "hej\u{A0}då"), ("√•r", "år"), ("├Ñr", "år"),
    ("ÃƒÂ¥r", "år"), ("PetroviÄ‡", "Petrović"), ("Å¡koda", "škoda"), ("ï»¿Namn", "Namn"),
    ("ðŸ˜€", "😀"), ("ï¿½", "\u{FFFD}"), ("â‚¬", "€"), ("â„¢", "™"), ("ÔÇÖ", "’"), ("‚Äô", "’"),
    ("\u{F8FF}üòÄ", "😀"), ("\u{AD}ƒÿÇ", "😀"), ("Å\u{81}ódź", "Łódź"), ("GÃ¶r PÃ…", "Gör PÅ"),
    ("na√Øv", "naïv"), ("Mc≈°a", "Mcša"), ("A─ìa", "Ača"),
  ])
  func `a sequence is mended`(damaged: String, text: String) {
    #expect(MojibakeMender.mended(damaged).text == text)
    #expect(MojibakeMender.mended(damaged).count > 0)
  }

  static let meant = [
    "SÅ…", "»Ä»", "DÄ”", "NÃO", "PÅ–", "”Å”", "Å’", "Ä…", "Å ", "«Å»", "SÅ\u{A0}HÄR", "Å™", "Ä®",
    "Å\u{AD}Ä", "IRMÃ”", "AMANHû", "MANHÃ…", "IRMÃ\u{A0}E", "«Ã»", "(Â»", "ÂGE", "PÂTÉ", "â", "ð",
    "√π = 1,77", "√2", "√", "a ¬ b", "gro¬ße", "├──", "│ ├─┤", "┬┴┼─", "┼──┤", "≈ 5 °C", "≈°", "ƒ",
    "Ôtez", "Ô", "‚Ärger‘", "ÅÄÖ åäö ÉÜ", "l’été à Åre", "ÅÄÖ…", "Ä§3", "1 Å·2", "x×y÷z", "ÂÂÂ",
    "Łódź Škoda Žižkov", "”Å”–”Ä”", "naïve ï", "â€", "Ã", "Ã ", "Ã5", "Â", "Âå", "ÃÃ", "Äö", "åä",
    "ÄÄ", "Привет мир", "Ελληνικά", "العربية", "日本語", "😀😀", "ÖÅ»", "Ä‹", "Å›", "Ä—", "Ä‘",
  ]

  @Test(arguments: meant + SwedishText.sentences + SwedishText.signs + texts)
  func `what was meant is not changed`(_ text: String) {
    #expect(MojibakeMender.mended(text) == (text, 0))
  }

  @Test func `a doubtful sequence is mended beside one that is beyond doubt`() {
    #expect(MojibakeMender.mended("PÃ…") == ("PÃ…", 0))
    #expect(MojibakeMender.mended("PÃ… vÃ¤g") == ("PÅ väg", 2))
    #expect(MojibakeMender.mended("vÃ¤g PÃ…") == ("väg PÅ", 2))
    #expect(MojibakeMender.mended("SÅ… vÃ¤g") == ("SÅ… väg", 1), "Swedish stays Swedish")
  }

  @Test func `the values of a column are mended in their places`() {
    var column = Self.column([
      "Ã¥r", "", "år", "Ã", "¥", "vÃ¤g Ã¶ver", "l\u{FFFD}st\u{FFFD}", "ÃƒÂ¥", "slut",
    ])
    Array("Ã¥ppen".utf8).withUnsafeBufferPointer { column.extend($0) }
    var mender = MojibakeMender()
    let outcome = mender.mend(&column)
    #expect(outcome.mended == [0: 1, 5: 2, 7: 1])
    #expect(outcome.lost == [6: 2])
    #expect(
      (0..<column.count).map { column.string(at: $0) } == [
        "år", "", "år", "Ã", "¥", "väg över", "l\u{FFFD}st\u{FFFD}", "å", "slut",
      ])
    column.close()
    #expect(column.string(at: 9) == "Ã¥ppen", "a value that was open is as it was")
    #expect(mender.mend(&column).mended == [9: 1])
    #expect(
      mender.mend(&column)
        == {
          var only = MojibakeMender.Outcome()
          only.lost = [6: 2]
          return only
        }())
  }

  @Test func `bytes that are not UTF-8 are left as they are`() {
    let broken: [[UInt8]] = [
      Array("Ã¥".utf8) + [0xE5], [0xFF] + Array("Ã¥".utf8), Array("Ã¥".utf8) + [0xC3],
      [0xC3, 0x83, 0xC2], [0xED, 0xA0, 0x80] + Array("Ã¤".utf8),
    ]
    var column = ByteColumn()
    for value in broken { value.withUnsafeBufferPointer { column.append($0) } }
    var mender = MojibakeMender()
    #expect(mender.mend(&column).isEmpty)
    #expect((0..<column.count).map { Array(column.value(at: $0)) } == broken)
  }

  // Characters that begin, go on and surround sequences, in any order.
  static let alphabet = Array(
    "ÃÂÄÅâðïÔ¬√ƒ≈‚\u{F8FF}┬├─┼\u{AD}€™”“’–…„¥¤¶Ÿ˜«»•§∂ÖÑñüòôÇé¼Âà▒│aA \u{80}\u{83}\u{9D}š¿½»å�"
  ).flatMap(\.unicodeScalars)

  @Test func `mending is idempotent, valid and never longer, whatever the text`() {
    var random = SplitMix(seed: 11)
    var changed = 0
    var values: [String] = []
    for round in 0..<1500 {
      var view = String.UnicodeScalarView()
      for _ in 0..<(1 + round % 24) {
        view.append(Self.alphabet.randomElement(using: &random) ?? "a")
      }
      values.append(String(view))
    }
    for value in values {
      let (once, count) = MojibakeMender.mended(value)
      #expect(MojibakeMender.mended(once) == (once, 0), "\(value)")
      #expect((count == 0) == (Array(once.utf8) == Array(value.utf8)))
      #expect(once.utf8.count <= value.utf8.count)
      changed += count > 0 ? 1 : 0
    }
    #expect(changed > 300)
    var column = Self.column(values)
    var mender = MojibakeMender()
    let outcome = mender.mend(&column)
    for (index, value) in values.enumerated() {
      let (once, count) = MojibakeMender.mended(value)
      #expect(Array(column.value(at: index)) == Array(once.utf8), "\(value)")
      #expect(outcome.mended[index] ?? 0 == count)
      let lost = once.unicodeScalars.count { $0 == "\u{FFFD}" }
      #expect(outcome.lost[index] ?? 0 == lost)
    }
  }

  // Text is looked through 32 bytes at a time, from the second byte on.
  @Test func `a value is mended wherever it stands in a column`() {
    var random = SplitMix(seed: 19)
    for _ in 0..<60 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        view.append(Self.alphabet.randomElement(using: &random) ?? "a")
      }
      let value = String(view)
      let (once, count) = MojibakeMender.mended(value)
      for length in 0...70 {
        let before = String(repeating: "a", count: length) + ["", "å", "–"][length % 3]
        var column = Self.column([before, value, "Vägen till bron är för smal för bussen."])
        var mender = MojibakeMender()
        let outcome = mender.mend(&column)
        guard column.string(at: 1) == once, outcome.mended[1] ?? 0 == count,
          column.string(at: 0) == before, column.string(at: 2).hasSuffix("för bussen.")
        else {
          Issue.record("\(value) after \(length)")
          return
        }
      }
    }
  }

  // Each step makes the next possible: done one at a time, this would take for ever.
  @Test func `a chain of twenty thousand steps is mended at once`() {
    let chain = String(repeating: "Â", count: 20_000) + "¥"
    #expect(MojibakeMender.mended(chain) == ("¥", 1))
    let open = String(repeating: "Ã", count: 20_000)
    #expect(MojibakeMender.mended(open) == (open, 0))
  }

  static func column(_ values: [String]) -> ByteColumn {
    var column = ByteColumn()
    for value in values { Array(value.utf8).withUnsafeBufferPointer { column.append($0) } }
    return column
  }
}
