import Records
import Refine
import Testing

/// White space and invisible characters.
@Suite struct TextFoldingTests {
  @Test(arguments: [
    ("Bygg en bro.", "Bygg en bro."),
    ("", ""), (" ", ""), ("\n", ""), (" \t\r\n ", ""), ("\u{FEFF}", ""), ("\u{AD}\u{200B}", ""),
    ("  Bygg en bro.", "Bygg en bro."), (" Bygg", "Bygg"), ("Bygg ", "Bygg"), ("Bygg  ", "Bygg"),
    ("Bygg  en   bro", "Bygg en bro"), ("Bygg\ten\tbro", "Bygg en bro"),
    ("Bygg \ten", "Bygg en"), ("Bygg\t en", "Bygg en"), ("a b c d e f g h", "a b c d e f g h"),
    ("1234567  9", "1234567 9"), ("1234567 9  ", "1234567 9"),
    ("a\nb", "a\nb"), ("a\n\nb", "a\n\nb"), ("a\n\n\nb", "a\n\nb"), ("a\n\n\n\n\n\nb", "a\n\nb"),
    ("a\r\nb", "a\nb"), ("a\r\n\r\nb", "a\n\nb"), ("a\rb", "a\nb"), ("a\r\rb", "a\n\nb"),
    ("a\n\rb", "a\n\nb"), ("a\r\n\r\n\r\nb", "a\n\nb"),
    ("a\u{85}b", "a\nb"), ("a\u{2028}b", "a\nb"), ("a\u{2029}b", "a\nb"), ("a\u{0B}b", "a\nb"),
    ("a\u{0C}b", "a\nb"), ("a \n b", "a\nb"), ("a  \n\t\n  b", "a\n\nb"), ("a\n b", "a\nb"),
    ("a \nb\n", "a\nb"), ("\n\na", "a"),
    ("a\u{A0}b", "a b"), ("a \u{A0} b", "a b"), ("a\u{2003}b", "a b"), ("a\u{202F}b", "a b"),
    ("a\u{3000}b", "a b"), ("a\u{1680}b", "a b"), ("a\u{205F}b", "a b"), ("\u{A0}a\u{A0}", "a"),
    ("a\u{AD}b", "ab"), ("a\u{200B}b", "ab"), ("a\u{2060}b", "ab"), ("a\u{FEFF}b", "ab"),
    ("\u{FEFF}a", "a"), ("a\u{00}b", "ab"), ("a\u{07}b", "ab"), ("a\u{7F}b", "ab"),
    ("a\u{9F}b", "ab"), ("a\u{202E}b\u{202C}", "ab"), ("a\u{2066}b\u{2069}", "ab"),
    ("a\u{200E}b", "ab"), ("a \u{AD} b", "a b"), ("a\u{200B} b", "a b"), ("a\u{AD}\nb", "a\nb"),
    ("a \u{AD}", "a"), ("\u{AD} a", "a"), ("ä\u{AD}ö", "äö"),
    ("ett § tecken · och ½", "ett § tecken · och ½"), ("”citat” – och … €", "”citat” – och … €"),
    ("&amp; &lt;b&gt;", "&amp; &lt;b&gt;"),
    ("{[(<a>)]}|~^_\\", "{[(<a>)]}|~^_\\"),
  ])
  func `White space and invisible characters are folded`(_ value: String, _ expected: String) {
    #expect(bytes(Refined(value).text) == bytes(expected))
  }

  @Test(arguments: [
    "👩\u{200D}⚕\u{FE0F}", "👩🏽\u{200D}🚒", "👨\u{200D}👩\u{200D}👧\u{200D}👦", "❤\u{FE0F}\u{200D}🔥",
    "🏳\u{FE0F}\u{200D}🌈", "می\u{200C}خواهم", "क\u{94D}\u{200D}ष", "👍🏽", "🇸🇪", "1\u{FE0F}\u{20E3}",
  ])
  func `A joiner that writing needs is kept`(_ value: String) {
    #expect(bytes(Refined(value).text) == bytes(value))
    #expect(bytes(Refined("Hej \(value) hej").text) == bytes("Hej \(value) hej"))
    #expect(Refined(value).edits.isEmpty)
  }

  @Test(arguments: [
    ("a\u{200D}b", "ab"), ("a\u{200C}b", "ab"), ("👩\u{200D}", "👩"), ("👩\u{200D} a", "👩 a"),
    ("\u{200D}👩", "👩"), ("a\u{200D}👩", "a👩"), ("👩\u{200D}a", "👩a"), ("می\u{200C} a", "می a"),
    ("©\u{200D}a", "©a"), ("å\u{200D}\u{308}", "å\u{308}"),
  ])
  func `A joiner that nothing needs is removed`(_ value: String, _ expected: String) {
    #expect(bytes(Refined(value).text) == bytes(expected))
  }

  @Test func `A value is added to what the column holds, and the caller closes it`() {
    let refiner = TextRefiner()
    var column = ByteColumn()
    for value in ["Mer  ljus", "Mer ljus"] {
      var value = value
      _ = value.withUTF8 { refiner.refine($0, into: &column) }
      column.close()
    }
    #expect(column.count == 2)
    #expect(column.string(at: 0) == column.string(at: 1))
  }

  /// The search for notable bytes goes by eights: every place of a change in every length.
  @Test func `A change is seen at every place of a value`() {
    for length in 1...40 {
      for place in 0..<length {
        let letters = Array(repeating: "ö", count: length)
        for (sign, folded) in [
          ("  ", " "), ("\t", " "), ("\u{AD}", ""), ("a\u{308}", "ä"), ("\r\n", "\n"),
          ("\u{2003}", " "),
        ] {
          var value = letters
          value[place] = "x\(sign)x"
          var expected = letters
          expected[place] = "x\(folded)x"
          let refined = Refined(value.joined()).text
          #expect(bytes(refined) == bytes(expected.joined()), "\(length) \(place)")
        }
      }
    }
  }
}
