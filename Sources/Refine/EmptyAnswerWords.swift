/// The words that count as no answer to an open question (*tomt svar*).
///
/// An answer is compared as a whole, with A–Z and À–Þ as small letters, line breaks as blanks,
/// and punctuation at both ends left out: "Vet ej!" and "– vet ej" are "vet ej". An answer in
/// which one of the words only occurs is a text.
///
/// The standard list holds "nej" and "no", which are no answer to "Vad vill du ändra?" but are
/// one to "Vill du ha en ny bro?". A dialogue with open questions of that kind takes its own
/// list. It holds neither "ja", "bra", "allt" and "0", which say something, nor "tomt" and "pass",
/// which can be a plot of land and a passport.
public struct EmptyAnswerWords: Sendable {
  /// The list that is used when a dialogue gives none.
  public static let standard = EmptyAnswerWords(standardWords)

  /// The words of the standard list.
  public static let standardWords: [String] = [
    "x", "xx", "xxx", "nej", "nej tack", "nejtack", "nej inget", "nej ingenting", "nä", "nää",
    "nix", "nope", "inget", "inget alls", "inget svar", "inget särskilt", "inget speciellt",
    "inget att tillägga", "inget att säga", "inget mer", "inget mer att tillägga",
    "inget just nu", "har inget", "har inget att tillägga", "ingenting", "ingenting särskilt",
    "ingenting speciellt", "ingenting alls", "inga", "inga åsikter", "inga förslag", "inga idéer",
    "inga kommentarer", "inga synpunkter", "ingen", "ingen aning", "ingen kommentar",
    "ingen synpunkt", "ingen uppfattning", "ingen åsikt", "har ingen åsikt", "har ingen aning",
    "jag har ingen åsikt", "har inga synpunkter", "jag har inga synpunkter", "vet ej", "vet inte",
    "vet inget", "vet icke", "jag vet inte", "jag vet ej", "ej svar", "ej aktuellt",
    "inte aktuellt", "ej tillämpligt", "ej relevant", "kan ej svara", "kan inte svara",
    "vill ej svara", "vill inte svara", "kommer inte på något", "kommer inte på nåt",
    "kommer inte på något nu", "saknas", "svar saknas", "uppgift saknas", "uppgifter saknas",
    "i.u.", "iu", "na", "n/a", "n.a.", "n.a", "not applicable", "not available", "not provided",
    "none", "null", "nil", "nan", "no", "no answer", "no comment", "no comments", "no opinion",
    "nothing", "don't know", "dont know", "i don't know", "en osaa sanoa",
  ]

  /// The folded words, those of one length after each other, in the order of length.
  private let bytes: [UInt8]
  /// For each length, where its words begin in `bytes`; one more at the end.
  private let starts: [Int]
  /// The words that a ``ShortAnswer`` can be, and for each length, where its words begin.
  private let shortWords: [UInt64]
  private let shortStarts: [Int]

  /// Makes a list of words of one's own.
  ///
  /// A word that is empty, or only punctuation, is left out.
  public init(_ words: some Sequence<String>) {
    var byLength: [Int: Set<[UInt8]>] = [:]
    for word in words {
      let normal = Normalizer.nfc(Array(word.utf8))
      let folded = normal.withUnsafeBufferPointer { source in
        var folded: [UInt8] = []
        Self.fold(source, within: Self.trimmed(source), limit: source.count) { folded.append($0) }
        return folded
      }
      if !folded.isEmpty { byLength[folded.count, default: []].insert(folded) }
    }
    var bytes: [UInt8] = []
    var starts = [0]
    for length in 0...(byLength.keys.max() ?? 0) {
      for word in (byLength[length] ?? []).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        bytes += word
      }
      starts.append(bytes.count)
    }
    self.bytes = bytes
    self.starts = starts
    (shortWords, shortStarts) = Self.short(byLength)
  }

  /// The words of up to eight letters and digits, in the order of length.
  private static func short(_ byLength: [Int: Set<[UInt8]>]) -> (words: [UInt64], starts: [Int]) {
    var words: [UInt64] = []
    var starts = [0]
    for length in 0...ShortAnswer.longest {
      words += (byLength[length] ?? []).compactMap { word in
        word.withUnsafeBufferPointer { ShortAnswer($0)?.word }
      }
      starts.append(words.count)
    }
    return (words, starts)
  }

  /// In which way a folded value says nothing, or `nil` when it is a text.
  public func classify(_ value: UnsafeBufferPointer<UInt8>) -> EmptyAnswer? {
    if value.isEmpty { return .blank }
    // What is long is a text unless it is all punctuation, and that one look at its first
    // letters tells; most values leave here.
    if value.count > starts.count, Self.beginsWithWord(value) { return nil }
    let core = Self.trimmed(value)
    if core.isEmpty { return Self.isBlank(value) ? .blank : .punctuationOnly }
    guard core.count < starts.count - 1 else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: core.count) { folded in
      var length = 0
      Self.fold(value, within: core, limit: core.count) {
        folded[length] = $0
        length += 1
      }
      return holds(UnsafeBufferPointer(rebasing: folded[0..<length])) ? .word : nil
    }
  }

  /// Whether a short answer is one of the words, as `classify` would say it.
  @inline(__always)
  func hold(_ answer: ShortAnswer) -> Bool {
    let word = answer.lowercased
    for place in shortStarts[answer.count]..<shortStarts[answer.count + 1]
    where shortWords[place] == word {
      return true
    }
    return false
  }

  private func holds(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count + 1 < starts.count else { return false }
    return stride(from: starts[word.count], to: starts[word.count + 1], by: max(word.count, 1))
      .contains { start in bytes[start..<start + word.count].elementsEqual(word) }
  }

  // MARK: Folding

  private static func beginsWithWord(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    let letter = value[0] | 0x20
    return letter &- 0x61 < 26 || value[0] == 0xC3
  }

  /// The range that is left when punctuation and white space at both ends are left out.
  private static func trimmed(_ value: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    guard let base = value.baseAddress else { return 0..<0 }
    var start = 0
    while start < value.count {
      let (scalar, length) = Utf8.decode(base, at: start, to: value.count)
      guard isPunctuation(scalar) else { break }
      start += length
    }
    var end = value.count
    while let (scalar, position) = Utf8.scalar(base, before: end, from: start),
      isPunctuation(scalar)
    {
      end = position
    }
    return start..<end
  }

  private static func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return false
    case 0..<0x80: return true
    default: break
    }
    switch ScalarKind.of(scalar) {
    case .blank, .lineBreak, .invisible, .joiner: return true
    default: break
    }
    switch Unicode.Scalar(scalar)?.properties.generalCategory {
    case .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .connectorPunctuation, .modifierSymbol, .mathSymbol:
      return true
    default: return false
    }
  }

  private static func isBlank(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = value.baseAddress else { return true }
    var index = 0
    while index < value.count {
      let (scalar, length) = Utf8.decode(base, at: index, to: value.count)
      switch ScalarKind.of(scalar) {
      case .blank, .lineBreak, .invisible, .joiner: index += length
      default: return false
      }
    }
    return true
  }

  /// Gives the bytes of `range` with small letters and blanks, at most `limit` of them.
  private static func fold(
    _ value: UnsafeBufferPointer<UInt8>, within range: Range<Int>, limit: Int,
    _ body: (UInt8) -> Void
  ) {
    for index in range.prefix(limit) {
      let byte = value[index]
      if byte &- 0x41 < 26 {
        body(byte | 0x20)
      } else if byte == 0x0A {
        body(0x20)
      } else if byte &- 0x80 < 0x1F, byte != 0x97, index > 0, value[index - 1] == 0xC3 {
        // U+00C0–U+00DE but ×: the second byte of the small letter is 0x20 higher.
        body(byte | 0x20)
      } else {
        body(byte)
      }
    }
  }
}
