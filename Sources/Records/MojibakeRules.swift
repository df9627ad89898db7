// Whether a sequence of characters is text that was read in the wrong encoding, or could have
// been meant.
enum MojibakeRules {
  enum Verdict {
    // Nothing that a text has, or as likely meant.
    case never
    // Mended when the same text has another sequence that is beyond doubt.
    case doubtful
    case certain
  }

  // A sequence and what stands around it. The follower is its second character, and `next` is
  // the one after its last.
  struct Sequence {
    var page: MojibakePage
    var lead: UInt8
    var follower: UInt32
    var result: UInt32
    var before: UInt32?
    var next: UInt32?
  }

  static func verdict(_ sequence: Sequence) -> Verdict {
    guard isPlausible(sequence.result, lead: sequence.lead) else { return .never }
    switch (sequence.lead, sequence.page) {
    case (0xC2...0xC3, .windows1252): return windowsSign(sequence)
    case (0xC4...0xC5, .windows1252): return windowsLetter(sequence)
    case (0xC4...0xC5, _):
      // ≈, ƒ and lines are signs of their own; inside a word they are not.
      let isInWord = isASCIILetter(sequence.before) && isASCIILetter(sequence.next)
      return isInWord && !isBox(sequence.follower) ? .certain : .never
    case (0xC2, .macintosh):
      // ¬ has been used for a hyphen at the end of a line.
      return isLetter(sequence.before) && isLetter(sequence.follower) ? .doubtful : .certain
    case (0xC3, .macintosh):
      // √ before a number's name is mathematics.
      return !isLetter(sequence.before) && mathematics.contains(sequence.follower)
        ? .doubtful : .certain
    case (0xC2...0xC3, .ibm850): return isBox(sequence.follower) ? .doubtful : .certain
    // Three and four characters that fit are no accident.
    default: return .certain
    }
  }

  // Ã and Â are letters, and a quotation mark may follow a word in capitals that ends in one.
  private static func windowsSign(_ sequence: Sequence) -> Verdict {
    guard followsCapital(sequence.follower), let before = sequence.before else { return .certain }
    if isUpper(before) {
      let isDashOrDots = sequence.follower == 0x2013 || sequence.follower == 0x2026
      return isDashOrDots && isASCIILetter(sequence.next) ? .certain : .doubtful
    }
    return isQuote(before) && isQuote(sequence.follower) ? .doubtful : .certain
  }

  // Ä and Å stand before quotation marks, dashes and dots in Swedish, and these are left alone
  // whatever else the text has. Beside other signs they are letters of a word.
  private static func windowsLetter(_ sequence: Sequence) -> Verdict {
    guard !followsCapital(sequence.follower), !isQuote(sequence.follower) else { return .never }
    if let before = sequence.before {
      if isLower(before) { return .certain }
      // Beside another sign it may be a part of what has not been read to its end.
      if before >= 0x80 { return .never }
    }
    return marks.contains(sequence.follower) ? .never : .certain
  }

  private static func isPlausible(_ point: UInt32, lead: UInt8) -> Bool {
    switch lead {
    case 0xC2: (0xA0...0xBF).contains(point)
    case 0xC3: (0xC0...0xFF).contains(point)
    case 0xC4, 0xC5: (0x100...0x17E).contains(point) && point != 0x149
    // The mark at the beginning, the replacement character, and what makes a sign an emoji.
    case 0xEF: point == 0xFEFF || point == 0xFFFD || point == 0xFE0F
    case 0xF0: (0x1F000...0x1FAFF).contains(point)
    default:
      switch point {
      // Blanks, dashes, quotation marks, bullets, dots, per mille, primes.
      case 0x2009...0x2029, 0x202F...0x203D: true
      case 0x20A0...0x20BF: true
      case 0x2103, 0x2116, 0x2117, 0x2120, 0x2122, 0x2126: true
      // Arrows, and the signs that are used as emoji.
      case 0x2190...0x2199, 0x2600...0x27BF: true
      // What text that was damaged twice has where it was damaged first.
      default: MojibakePage.Entry(point).isKnown
      }
    }
  }

  // What may come after a word in capitals: a quotation mark, a dash, dots, a space, a hyphen.
  private static func followsCapital(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0xAB, 0xAD, 0xBB, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x2039,
      0x203A:
      true
    default: false
    }
  }

  private static func isQuote(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x28, 0xAB, 0xBB, 0x2018...0x201E, 0x2039, 0x203A: true
    default: false
    }
  }

  // Signs that refer to a note, a mark or a unit: ™ ® © ° ² ³ ¹ § ´ · • € † ‡ ‰ ¶ ¨
  private static let marks: Set<UInt32> = [
    0x2122, 0xAE, 0xA9, 0xB0, 0xB2, 0xB3, 0xB9, 0xA7, 0xB4, 0xB7, 0x2022, 0x20AC, 0x2020, 0x2021,
    0x2030, 0xB6, 0xA8,
  ]

  // π ∞ µ Ω ∑ ∏ ∫
  private static let mathematics: Set<UInt32> = [
    0x3C0, 0x221E, 0xB5, 0x3A9, 0x2211, 0x220F, 0x222B,
  ]

  private static func isBox(_ scalar: UInt32) -> Bool { (0x2500...0x257F).contains(scalar) }

  private static func isUpper(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || ((0xC0...0xDE).contains(scalar) && scalar != 0xD7)
  }

  private static func isLower(_ scalar: UInt32) -> Bool {
    (0x61...0x7A).contains(scalar) || (0x100...0x17F).contains(scalar)
      || ((0xDF...0xFF).contains(scalar) && scalar != 0xF7)
  }

  private static func isLetter(_ scalar: UInt32?) -> Bool {
    guard let scalar else { return false }
    return isUpper(scalar) || isLower(scalar)
  }

  private static func isASCIILetter(_ scalar: UInt32?) -> Bool {
    guard let scalar else { return false }
    return scalar < 0x80 && isLetter(scalar)
  }
}
