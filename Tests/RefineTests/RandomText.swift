import TestSupport

/// Texts put together at random from pieces that folding and masking act on.
enum RandomText {
  static let pieces = [
    "cykelväg", "bro", "Råda", "är", "ö", "é", " ", " ", " ", "  ", "\t", "\n", "\r\n", "\n\n\n",
    "\u{A0}", "\u{2009}", "\u{AD}", "\u{200B}", "\u{FEFF}", "\u{202C}", "a\u{308}", "o\u{308}",
    "a\u{30A}", "e\u{323}\u{301}", "\u{301}", "\u{1100}\u{1161}", "한", "👩\u{200D}⚕\u{FE0F}", "🙂",
    "–", "”", "…", "(", ")", "[", "]", ".", ",", "!", "и\u{306}", "\u{2126}", "\u{200D}", "\u{85}",
    "\u{2028}", "क\u{93C}", "か\u{3099}", "می\u{200C}خ",
  ]

  static let personal = [
    "850412-9886", "19850412-9886", "070-174 06 05", "anna@example.se", "anna (at) example.se",
    "+46 (0)70-174 06 05", "0980-319\u{A0}200", "2026-05-17", "1 500 000 kr", "683 80", "@", "12",
    "0", "000101-T220", "é\u{301}@example.se", "08 - 465 004 00",
  ]

  static let signs =
    Array("0123456789012345678901985041204650").map(String.init)
    + [
      " ", "-", " - ", "–", "+", "/", ".", "(", ")", ",", "@", "a", "T", ".se", "\n", "  ", "46",
      "070",
    ]

  static func make(_ random: inout SeededGenerator, pieces: [String], upTo limit: Int = 24)
    -> String
  {
    (0..<Int.random(in: 0...limit, using: &random))
      .compactMap { _ in pieces.randomElement(using: &random) }.joined()
  }
}
