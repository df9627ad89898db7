// How plausible a character is between its neighbours, in Swedish text and in the languages that
// Swedish texts borrow from: 1 for an ä inside a word, 0.01 for a box or a control character.
//
// The figures are judgements and not frequencies: they only have to put the right encoding
// first, and the tests measure how often they do.
struct CharacterFit {
  typealias Side = NeighbourCounts.Side

  // What never stands in an answer, wherever it is.
  static let least = 0.01

  private enum Kind {
    // How usual the letter is, and how usual it is at the end of a word.
    case lower(Double, atEnd: Double)
    case upper(Double, atEnd: Double)
    // Between two letters, beside one, and with none beside it.
    case sign(Double, beside: Double, free: Double)
  }

  let isSwedishLetter: Bool
  private let kind: Kind

  init(_ point: UInt16) {
    isSwedishLetter = [0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6].contains(point)
    kind = Self.letter(point) ?? Self.sign(point)
  }

  func weight(between before: Side, and after: Side) -> Double {
    switch kind {
    case .lower(let usual, let atEnd): max(Self.least, usual * Self.lower(before, after, atEnd))
    case .upper(let usual, let atEnd): max(Self.least, usual * Self.upper(before, after, atEnd))
    case .sign(let between, let beside, let free):
      switch (Self.isLetter(before), Self.isLetter(after)) {
      case (true, true): between
      case (false, false): free
      default: beside
      }
    }
  }

  private static func isLetter(_ side: Side) -> Bool { side == .lower || side == .upper }

  // A byte above 127 beside it may be whatever fits.
  private static func lower(_ before: Side, _ after: Side, _ atEnd: Double) -> Double {
    let isInside = isLetter(before) || before == .high
    switch after {
    case .lower, .high: return isInside ? 1 : 0.7
    case .upper: return before == .upper ? 0.03 : isInside ? 0.1 : 0.05
    case .digit, .blank, .mark: return isInside ? (before == .upper ? 0.7 : 1) * atEnd : 0.3
    }
  }

  private static func upper(_ before: Side, _ after: Side, _ atEnd: Double) -> Double {
    switch (before, after) {
    case (.lower, _): 0.02
    case (.upper, .lower): 0.1
    case (.upper, .upper), (.upper, .high), (.high, .upper), (.high, .high): 1
    case (.upper, _), (.high, .digit), (.high, .blank), (.high, .mark): atEnd
    case (_, .lower): 0.9
    case (_, .upper), (_, .high): 0.7
    default: 0.3
    }
  }

  private static func letter(_ point: UInt16) -> Kind? {
    switch point {
    case 0xE5: .lower(1, atEnd: 0.8)
    case 0xE4: .lower(1, atEnd: 0.2)
    case 0xF6: .lower(1, atEnd: 0.3)
    case 0xC5: .upper(1, atEnd: 0.8)
    case 0xC4: .upper(1, atEnd: 0.2)
    case 0xD6: .upper(1, atEnd: 0.4)
    case 0xE9: .lower(0.6, atEnd: 0.8)
    case 0xC9: .upper(0.6, atEnd: 0.8)
    case 0xFC: .lower(0.6, atEnd: 0.3)
    case 0xDC: .upper(0.6, atEnd: 0.3)
    // Danish, Norwegian, French, Spanish, German ß.
    case 0xDF, 0xE0...0xE2, 0xE6...0xE8, 0xEA, 0xEB, 0xED...0xEF, 0xF1, 0xF3, 0xF4, 0xF8, 0xFA,
      0xFB:
      .lower(0.3, atEnd: 0.6)
    case 0xC0...0xC2, 0xC6...0xC8, 0xCA, 0xCB, 0xCD...0xCF, 0xD1, 0xD3, 0xD4, 0xD8, 0xDA, 0xDB:
      .upper(0.3, atEnd: 0.5)
    // The other letters of the five tables.
    case 0xE3, 0xEC, 0xF0, 0xF2, 0xF5, 0xF9, 0xFD...0xFF, 0x153, 0x161, 0x17E:
      .lower(0.12, atEnd: 0.6)
    case 0xC3, 0xCC, 0xD0, 0xD2, 0xD5, 0xD9, 0xDD, 0xDE, 0x152, 0x160, 0x178, 0x17D:
      .upper(0.12, atEnd: 0.5)
    case 0x131: .lower(0.03, atEnd: 0.5)
    default: nil
    }
  }

  private static func sign(_ point: UInt16) -> Kind {
    switch point {
    // Undefined, control characters, boxes, and the logo of a maker of computers.
    case 0, 0x80...0x9F, 0x2500...0x25A0, 0xF8FF: .sign(least, beside: least, free: least)
    case 0xA0: .sign(0.5, beside: 0.8, free: 0.8)
    case 0xAD: .sign(0.5, beside: 0.1, free: 0.05)
    case 0x2019: .sign(0.7, beside: 0.8, free: 0.8)
    case 0x2018: .sign(0.1, beside: 0.5, free: 0.5)
    case 0x201C, 0x201D: .sign(0.02, beside: 0.8, free: 0.8)
    case 0xAB, 0xBB: .sign(0.02, beside: 0.5, free: 0.5)
    case 0x201E: .sign(0.02, beside: 0.3, free: 0.3)
    case 0x2013: .sign(0.15, beside: 0.6, free: 0.8)
    case 0x2014: .sign(0.1, beside: 0.5, free: 0.6)
    case 0x2026: .sign(0.1, beside: 0.8, free: 0.8)
    case 0x20AC: .sign(0.02, beside: 0.3, free: 0.8)
    case 0x2022: .sign(0.02, beside: 0.3, free: 0.6)
    case 0xA7: .sign(0.02, beside: 0.3, free: 0.6)
    case 0xB0: .sign(0.02, beside: 0.4, free: 0.6)
    case 0xBC...0xBE: .sign(0.01, beside: 0.1, free: 0.6)
    case 0xB2, 0xB3: .sign(0.02, beside: 0.5, free: 0.5)
    case 0xA9, 0xAE, 0x2122: .sign(0.02, beside: 0.4, free: 0.5)
    case 0xB1, 0xD7: .sign(0.05, beside: 0.2, free: 0.5)
    case 0xB4: .sign(0.3, beside: 0.3, free: 0.2)
    case 0xB7: .sign(0.1, beside: 0.3, free: 0.4)
    case 0xA3: .sign(0.02, beside: 0.1, free: 0.4)
    case 0xA1, 0xBF: .sign(0.02, beside: 0.3, free: 0.2)
    case 0xB5: .sign(0.05, beside: 0.2, free: 0.2)
    case 0xA4, 0xA6, 0xA8, 0xB8: .sign(0.02, beside: 0.02, free: 0.1)
    default: .sign(0.02, beside: 0.05, free: 0.1)
    }
  }
}
