import DialogueModel

/// Chooses among the hits of one text and scores the themes.
///
/// The order of the steps is a part of the rules: hits are cancelled, weak hits without company
/// are dropped, overlaps are settled, weak hits are looked at again, and then themes are scored.
/// All arrays keep their storage from text to text.
struct HitSelection {
  /// A hit before the choice.
  struct Candidate {
    var start: UInt32
    var end: UInt32
    /// The first and last token, counted from 0 in the text.
    var firstToken: UInt32
    var lastToken: UInt32
    var term: UInt32
    var theme: UInt32
    var length: UInt32
    var rank: UInt32
  }

  private struct ThemeState {
    var text: UInt64 = 0
    /// The number of distinct terms found.
    var identities = 0
    /// The score of all hits, and that of the hits that are not weak.
    var score = 0
    var strongScore = 0
    /// Where the last hit taken of the current length ends, for overlaps within the theme.
    var length: UInt32 = 0
    var endToken: UInt32 = 0
  }

  private struct IdentityState {
    var text: UInt64 = 0
    var weight = 0
    var strongWeight = 0
  }

  /// With more terms that meet in a token, each is no longer compared with each.
  private static let fewTerms = 8

  private let facts: [MatchTables.TermFacts]
  private let threshold: Int
  private let maximumThemes: Int
  private var candidates: [Candidate] = []
  private var cancelling: [Candidate] = []
  private var hasWeak = false
  private var themes: [ThemeState]
  private var identities: [IdentityState]
  private var touched: [UInt32] = []
  private var suggested: [(theme: UInt32, score: Int)] = []
  /// Per token: which cancelling theme covers it, or the length of the longest hit taken.
  private var marks: [UInt64] = []
  /// The current text, so that the states need not be cleared between texts.
  private var text: UInt64 = 0
  private var cancelStamp: UInt64 = 0

  init(_ tables: MatchTables) {
    facts = tables.facts
    threshold = tables.threshold
    maximumThemes = tables.maximumThemes
    themes = Array(repeating: ThemeState(), count: tables.themeCount)
    identities = Array(repeating: IdentityState(), count: tables.identityCount)
  }

  /// Whether no hit was added since the last text.
  var isEmpty: Bool { candidates.isEmpty }

  /// The terms of the hits there are, for checking a codebook.
  var terms: [Int] { candidates.map { Int($0.term) } }

  /// Begins a new text.
  mutating func removeAll() {
    if !candidates.isEmpty { candidates.removeAll(keepingCapacity: true) }
    if !cancelling.isEmpty { cancelling.removeAll(keepingCapacity: true) }
    hasWeak = false
  }

  /// Adds a hit of a term from one token to another.
  mutating func add(
    _ term: UInt32, start: UInt32, end: UInt32, firstToken: UInt32, lastToken: UInt32
  ) {
    let fact = facts[Int(term)]
    let candidate = Candidate(
      start: start, end: end, firstToken: firstToken, lastToken: lastToken, term: term,
      theme: fact.theme, length: fact.length, rank: fact.rank)
    switch fact.kind {
    case .inte: cancelling.append(candidate)
    case .svag:
      hasWeak = true
      candidates.append(candidate)
    case .fras, .led, .slut, .ord: candidates.append(candidate)
    }
  }

  /// Chooses among the hits and writes the suggested themes.
  mutating func finish(into result: inout TagResult) {
    cancel()
    if hasWeak {
      score()
      dropWeakWithoutCompany()
    }
    settleOverlaps()
    score()
    if hasWeak { dropWeakWithoutCompany() }
    suggest(into: &result)
  }

  // MARK: Cancelling

  /// Removes the hits that a cancelling term of their own theme overlaps.
  mutating func cancel() {
    guard !cancelling.isEmpty, !candidates.isEmpty else { return }
    makeRoomForMarks()
    cancelling.sort { $0.theme < $1.theme }
    var index = 0
    while index < cancelling.count {
      let theme = cancelling[index].theme
      // A stamp of its own for each theme in each text: nothing has to be cleared. The top bit
      // keeps stamps apart from the lengths that settling overlaps writes.
      cancelStamp += 1
      let stamp = cancelStamp | 1 << 63
      while index < cancelling.count, cancelling[index].theme == theme {
        for token in cancelling[index].firstToken...cancelling[index].lastToken {
          marks[Int(token)] = stamp
        }
        index += 1
      }
      keepCandidates { selection, candidate in
        candidate.theme != theme
          || !(candidate.firstToken...candidate.lastToken)
            .contains { selection.marks[Int($0)] == stamp }
      }
    }
  }

  // MARK: Overlaps

  /// Of hits that share a token, keeps the one with the longest term; of equally long ones the
  /// first of each theme.
  mutating func settleOverlaps() {
    guard hasOverlap(), !settleWithinTokens() else { return }
    makeRoomForMarks()
    candidates.sort {
      if $0.length != $1.length { return $0.length > $1.length }
      if $0.firstToken != $1.firstToken { return $0.firstToken < $1.firstToken }
      return $0.rank < $1.rank
    }
    for candidate in candidates {
      for token in candidate.firstToken...candidate.lastToken { marks[Int(token)] = 0 }
      themes[Int(candidate.theme)].length = 0
    }
    var kept = 0
    for index in candidates.indices {
      let candidate = candidates[index]
      let tokens = candidate.firstToken...candidate.lastToken
      // The longest come first, so what is marked with a greater length was taken before.
      if tokens.contains(where: { marks[Int($0)] > UInt64(candidate.length) }) { continue }
      let theme = Int(candidate.theme)
      // Within a length the leftmost come first, so only the last one taken can overlap.
      if themes[theme].length == candidate.length,
        candidate.firstToken <= themes[theme].endToken
      {
        continue
      }
      themes[theme].length = candidate.length
      themes[theme].endToken = candidate.lastToken
      for token in tokens { marks[Int(token)] = UInt64(candidate.length) }
      candidates[kept] = candidate
      kept += 1
    }
    let dropped = candidates.count - kept
    if dropped > 0 { candidates.removeLast(dropped) }
    candidates.sort {
      $0.firstToken != $1.firstToken ? $0.firstToken < $1.firstToken : $0.rank < $1.rank
    }
  }

  /// Does the same in texts whose hits all are of one token, and of few terms there: the usual ones.
  ///
  /// - Returns: Whether the text was such a one; otherwise nothing has been done.
  private mutating func settleWithinTokens() -> Bool {
    let hits = candidates.count
    var first = 0
    for index in 0..<hits {
      let token = candidates[index].firstToken
      if candidates[first].firstToken != token { first = index }
      if candidates[index].lastToken != token || index - first >= Self.fewTerms { return false }
    }
    var kept = 0
    first = 0
    while first < hits {
      let firstKept = kept
      let token = candidates[first].firstToken
      while first < hits, candidates[first].firstToken == token {
        kept = settle(candidates[first], among: firstKept..<kept)
        first += 1
      }
    }
    candidates.removeLast(hits - kept)
    return true
  }

  /// Settles a hit with the kept ones of its token, which are equally long and stand by rank.
  ///
  /// - Returns: Where the kept hits end now.
  private mutating func settle(_ candidate: Candidate, among kept: Range<Int>) -> Int {
    let length = kept.isEmpty ? 0 : candidates[kept.lowerBound].length
    if candidate.length < length { return kept.upperBound }
    // All shorter ones lose.
    var place = candidate.length > length ? kept.lowerBound : kept.upperBound
    if let rival = (kept.lowerBound..<place).first(where: {
      candidates[$0].theme == candidate.theme
    }) {
      // Ranks are by theme first, so the winner stands where its rival stood.
      if candidate.rank < candidates[rival].rank { candidates[rival] = candidate }
      return place
    }
    while place > kept.lowerBound, candidates[place - 1].rank > candidate.rank {
      candidates[place] = candidates[place - 1]
      place -= 1
    }
    candidates[place] = candidate
    return candidate.length > length ? kept.lowerBound + 1 : kept.upperBound + 1
  }

  /// Whether any two hits share a token.
  ///
  /// Hits are added in the order of their last tokens, so one that begins after the one before it
  /// ended overlaps none before it.
  private func hasOverlap() -> Bool {
    for index in candidates.indices.dropFirst()
    where candidates[index].firstToken <= candidates[index - 1].lastToken {
      return true
    }
    return false
  }

  private mutating func makeRoomForMarks() {
    let last = max(candidates.last?.lastToken ?? 0, cancelling.last?.lastToken ?? 0)
    if marks.count <= Int(last) {
      marks.append(contentsOf: repeatElement(0, count: Int(last) + 64 - marks.count))
    }
  }

  /// Drops the hits that a condition does not hold for, in place and in order.
  private mutating func keepCandidates(where keeps: (borrowing Self, Candidate) -> Bool) {
    var kept = 0
    for index in candidates.indices where keeps(self, candidates[index]) {
      candidates[kept] = candidates[index]
      kept += 1
    }
    let dropped = candidates.count - kept
    if dropped > 0 { candidates.removeLast(dropped) }
  }

  // MARK: Scores

  private mutating func score() {
    text += 1
    if !touched.isEmpty { touched.removeAll(keepingCapacity: true) }
    for candidate in candidates {
      let fact = facts[Int(candidate.term)]
      var theme = themes[Int(candidate.theme)]
      if theme.text != text {
        theme = ThemeState(text: text)
        touched.append(candidate.theme)
      }
      var identity = identities[Int(fact.identity)]
      if identity.text != text {
        identity = IdentityState(text: text)
        theme.identities += 1
      }
      let more = fact.weight - identity.weight
      if more > 0 {
        identity.weight += more
        theme.score += more
      }
      let strongMore = fact.weight - identity.strongWeight
      if fact.kind != .svag, strongMore > 0 {
        identity.strongWeight += strongMore
        theme.strongScore += strongMore
      }
      identities[Int(fact.identity)] = identity
      themes[Int(candidate.theme)] = theme
    }
  }

  /// Removes the weak hits of themes in which only one term was found.
  private mutating func dropWeakWithoutCompany() {
    keepCandidates { selection, candidate in
      let fact = selection.facts[Int(candidate.term)]
      return fact.kind != .svag || selection.themes[Int(candidate.theme)].identities > 1
    }
    for theme in touched where themes[Int(theme)].identities < 2 {
      themes[Int(theme)].score = themes[Int(theme)].strongScore
    }
  }

  private mutating func suggest(into result: inout TagResult) {
    for theme in touched where themes[Int(theme)].score >= max(threshold, 1) {
      suggested.append((theme, themes[Int(theme)].score))
    }
    if suggested.count > 1 {
      suggested.sort { $0.score != $1.score ? $0.score > $1.score : $0.theme < $1.theme }
    }
    for suggestion in suggested.prefix(max(maximumThemes, 0)) {
      for candidate in candidates where candidate.theme == suggestion.theme {
        result.append(
          TagHit(
            start: Int(candidate.start), end: Int(candidate.end), term: Int(candidate.term),
            kind: facts[Int(candidate.term)].kind))
      }
      result.close(theme: Int(suggestion.theme), score: suggestion.score)
    }
    suggested.removeAll(keepingCapacity: true)
  }
}
