import DialogueModel

/// The rules of tagging written down as plainly as possible: no memo, no tries, no bytes; every
/// term is compared with every token and every hit with every other.
struct ReferenceTagger {
  struct Hit: Equatable {
    var start: Int
    var end: Int
    var term: Int
    var kind: TermKind
  }

  struct Suggestion: Equatable {
    var theme: Int
    var score: Int
    var hits: [Hit]
  }

  private struct Token {
    var start: Int
    var end: Int
    var folded: [Unicode.Scalar]
    /// What stands between this token and the next one.
    var gapAfter: String = ""
  }

  private struct Term {
    var number: Int
    var theme: Int
    var kind: TermKind
    var words: [[Unicode.Scalar]]
    var length: Int
    var weight: Int
  }

  private struct Found {
    var term: Term
    var start: Int
    var end: Int

    func overlaps(_ other: Found) -> Bool { start < other.end && other.start < end }
  }

  private let matching: CodebookMatching
  private let endings: Set<[Unicode.Scalar]>
  private let terms: [Term]

  init(_ codebook: Codebook) {
    matching = codebook.matching
    endings = Set(codebook.matching.inflections.map(Self.fold) + [[]])
    var terms: [Term] = []
    for (theme, content) in codebook.themes.enumerated() {
      for kind in TermKind.allCases {
        for text in content.terms[kind] ?? [] {
          let tidy = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          terms.append(
            Term(
              number: terms.count, theme: theme, kind: kind,
              words: Self.tokens(tidy).map(\.folded), length: tidy.unicodeScalars.count,
              weight: codebook.matching.weights[kind] ?? 0))
        }
      }
    }
    self.terms = terms
  }

  // MARK: Tokens

  private static func fold(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
      if scalar.properties.isWhitespace { return [] }
      if scalar == "\u{2010}" || scalar == "\u{2011}" { return ["-"] }
      if scalar == "\u{2019}" { return ["'"] }
      return Array(scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter]
      .contains(scalar.properties.generalCategory)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    [.nonspacingMark, .spacingMark, .enclosingMark]
      .contains(scalar.properties.generalCategory)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func maskedPlaces(_ scalars: [Unicode.Scalar]) -> Set<Int> {
    var places: Set<Int> = []
    for open in scalars.indices where scalars[open] == "[" {
      guard let close = scalars[open...].firstIndex(of: "]") else { continue }
      let inside = text(scalars[(open + 1)..<close])
      if inside.unicodeScalars.contains(where: { $0 == "[" || $0 == "\n" }) { continue }
      guard let last = inside.split(separator: " ").last, inside.hasSuffix(" " + last),
        last == "borttaget" || last == "borttagen", inside.utf8.count > last.utf8.count + 1
      else { continue }
      places.formUnion(open...close)
    }
    return places
  }

  private static func tokens(_ text: String) -> [Token] {
    let scalars = Array(text.unicodeScalars)
    let masked = maskedPlaces(scalars)
    var runs: [Range<Int>] = []
    for (place, scalar) in scalars.enumerated() where !masked.contains(place) {
      if let last = runs.last, last.upperBound == place,
        isLetter(scalar) || isDigit(scalar) || isMark(scalar)
      {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else if isLetter(scalar) || isDigit(scalar) {
        runs.append(place..<place + 1)
      }
    }
    var joined: [Range<Int>] = []
    for (number, run) in runs.enumerated() {
      if let last = joined.last,
        joins(runs[number - 1], run, in: scalars, masked: masked)
      {
        joined[joined.count - 1] = last.lowerBound..<run.upperBound
      } else {
        joined.append(run)
      }
    }
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + scalar.utf8.count) }
    return joined.enumerated().map { number, range in
      Token(
        start: offsets[range.lowerBound], end: offsets[range.upperBound],
        folded: fold(Self.text(scalars[range])),
        gapAfter: number + 1 < joined.count
          ? Self.text(scalars[range.upperBound..<joined[number + 1].lowerBound]) : "")
    }
  }

  private static func joins(
    _ left: Range<Int>, _ right: Range<Int>, in scalars: [Unicode.Scalar], masked: Set<Int>
  ) -> Bool {
    let gap = scalars[left.upperBound..<right.lowerBound]
    guard let joiner = gap.first, !masked.contains(left.upperBound),
      !isDigit(scalars[left.upperBound - 1]), !isDigit(scalars[right.lowerBound])
    else { return false }
    let hyphens: [Unicode.Scalar] = ["-", "\u{2010}", "\u{2011}"]
    if gap.count == 1 {
      return hyphens.contains(joiner) || ["'", "\u{2019}", ":"].contains(joiner)
    }
    guard hyphens.contains(joiner) else { return false }
    let rest = text(gap.dropFirst()).filter { $0 != " " && $0 != "\t" }
    guard rest == "\n" || rest == "\r\n" || rest == "\r" else { return false }
    let next = text(scalars[right]).lowercased()
    return !["och", "eller", "samt", "respektive"].contains(next)
  }

  // MARK: Matching one token

  private func isOrd(_ form: [Unicode.Scalar], _ word: [Unicode.Scalar]) -> Bool {
    if form.starts(with: word), endings.contains(Array(form[word.count...])) { return true }
    guard matching.dropsFinalVowel, word.count > 1, let last = word.last,
      last == "a" || last == "e", form.starts(with: word.dropLast())
    else { return false }
    let ending = Array(form[(word.count - 1)...])
    return endings.contains(ending)
      && ending.first.map { "aeiouyåäö".unicodeScalars.contains($0) }
        == true
  }

  private func matches(_ form: [Unicode.Scalar], _ term: Term) -> Bool {
    guard term.words.count == 1 else { return false }
    switch term.kind {
    case .led: return form.starts(with: term.words[0])
    case .slut:
      return form.indices.contains { isOrd(Array(form[$0...]), term.words[0]) }
    case .ord, .svag, .inte, .fras: return isOrd(form, term.words[0])
    }
  }

  private func matchesAnything(_ form: [Unicode.Scalar]) -> Bool {
    terms.contains { term in
      term.words.count == 1
        ? matches(form, term) : term.words.contains { isOrd(form, $0) }
    }
  }

  /// The forms of a token that are tried: as it stands, without hyphens, and, if those match
  /// nothing at all, the same without a colon and the ending after it.
  private func forms(_ token: Token) -> [[Unicode.Scalar]] {
    func variants(_ form: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
      form.contains("-") ? [form, form.filter { $0 != "-" }] : [form]
    }
    let asItStands = variants(token.folded)
    if asItStands.contains(where: matchesAnything) { return asItStands }
    guard let colon = token.folded.lastIndex(of: ":") else { return asItStands }
    let ending = Array(token.folded[(colon + 1)...])
    guard ending == ["s"] || !ending.isEmpty && endings.contains(ending) else {
      return asItStands
    }
    return variants(Array(token.folded[..<colon]))
  }

  // MARK: Hits

  private static let neverFirstHalf: Set<String> = [
    "alla", "andra", "att", "av", "bara", "de", "dem", "den", "det", "där", "då", "du", "en",
    "er", "ett", "för", "från", "har", "hos", "hur", "här", "i", "inte", "ja", "jag", "kan",
    "man", "med", "men", "mer", "min", "mot", "ni", "nu", "när", "och", "om", "på", "sin",
    "ska", "som", "så", "till", "utan", "vi", "vid", "vad", "var", "vår", "är", "än",
  ]

  private func hits(_ tokens: [Token]) -> [Found] {
    let forms = tokens.map(self.forms)
    var found: [Found] = []
    for term in terms where !term.words.isEmpty {
      for first in tokens.indices where first + term.words.count <= tokens.count {
        let last = first + term.words.count - 1
        let isHit =
          term.words.count == 1
          ? forms[first].contains { matches($0, term) }
          : zip(first...last, term.words).allSatisfy { place, word in
            forms[place].contains { isOrd($0, word) }
          }
        let isAdjacent = tokens[first..<last].allSatisfy { token in
          token.gapAfter.unicodeScalars.allSatisfy {
            [" ", "\t", "\n", "\r", "-", "\u{2010}", "\u{2011}"].contains($0)
          }
        }
        if isHit && isAdjacent {
          found.append(Found(term: term, start: tokens[first].start, end: tokens[last].end))
        }
      }
      found += splitHits(term, tokens, forms)
    }
    return found
  }

  private func splitHits(
    _ term: Term, _ tokens: [Token], _ forms: [[[Unicode.Scalar]]]
  ) -> [Found] {
    guard term.words.count == 1, term.kind == .led || term.kind == .ord else { return [] }
    let word = term.words[0]
    return tokens.indices.dropLast().compactMap { place in
      let (left, right) = (tokens[place], tokens[place + 1])
      let joined = left.folded + right.folded
      guard left.gapAfter == " ", !Self.neverFirstHalf.contains(Self.text(left.folded[...])),
        joined.starts(with: word), word.count > left.folded.count,
        term.kind == .led || endings.contains(Array(joined[word.count...])),
        !forms[place].contains(where: { matches($0, term) }),
        !forms[place + 1].contains(where: { matches($0, term) })
      else { return nil }
      return Found(term: term, start: left.start, end: right.end)
    }
  }

  // MARK: Choice and score

  func tag(_ text: String) -> [Suggestion] {
    let all = hits(Self.tokens(text))
    let cancelling = all.filter { $0.term.kind == .inte }
    var hits = all.filter { hit in
      hit.term.kind != .inte
        && !cancelling.contains { $0.term.theme == hit.term.theme && $0.overlaps(hit) }
    }
    hits = withoutLonelyWeak(hits)
    hits.sort { left, right in
      if left.term.length != right.term.length { return left.term.length > right.term.length }
      if left.start != right.start { return left.start < right.start }
      if left.term.theme != right.term.theme { return left.term.theme < right.term.theme }
      if left.term.weight != right.term.weight { return left.term.weight > right.term.weight }
      return left.term.number < right.term.number
    }
    var taken: [Found] = []
    for hit in hits {
      let loses = taken.contains {
        $0.overlaps(hit)
          && ($0.term.length > hit.term.length || $0.term.theme == hit.term.theme)
      }
      if !loses { taken.append(hit) }
    }
    return suggestions(withoutLonelyWeak(taken))
  }

  private func withoutLonelyWeak(_ hits: [Found]) -> [Found] {
    hits.filter { hit in
      hit.term.kind != .svag
        || hits.contains {
          $0.term.theme == hit.term.theme && $0.term.words != hit.term.words
        }
    }
  }

  private func suggestions(_ hits: [Found]) -> [Suggestion] {
    var suggestions: [Suggestion] = []
    for theme in Set(hits.map(\.term.theme)).sorted() {
      let own = hits.filter { $0.term.theme == theme }
      let score = Set(own.map(\.term.words)).reduce(0) { sum, words in
        sum + (own.filter { $0.term.words == words }.map(\.term.weight).max() ?? 0)
      }
      if score >= max(matching.threshold, 1) {
        let ordered = own.sorted { ($0.start, $0.term.number) < ($1.start, $1.term.number) }
        suggestions.append(
          Suggestion(
            theme: theme, score: score,
            hits: ordered.map {
              Hit(start: $0.start, end: $0.end, term: $0.term.number, kind: $0.term.kind)
            }))
      }
    }
    suggestions.sort { ($1.score, $0.theme) < ($0.score, $1.theme) }
    return Array(suggestions.prefix(matching.maximumThemes))
  }
}
