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

  private let facts: [MatchTables.TermFacts]
  private let threshold: Int
  private let maximumThemes: Int
  private var candidates: [Candidate] = []
  private var cancelling: [Candidate] = []
  private var hasWeak = false
  private var themes: [ThemeState]
  private var identities: [IdentityState]
  private var touched: [UInt32] = []
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
    candidates.removeAll(keepingCapacity: true)
    cancelling.removeAll(keepingCapacity: true)
    hasWeak = false
  }

  /// Adds a hit of a term from one token to another.
  mutating func add(
    _ term: UInt32, start: UInt32, end: UInt32, firstToken: UInt32, lastToken: UInt32
  ) {
    let fact = facts[Int(term)]
    let candidate = Candidate(
      start: start, end: end, firstToken: firstToken, lastToken: lastToken, term: term,
      length: fact.length, rank: fact.rank)
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
    cancelling.sort { facts[Int($0.term)].theme < facts[Int($1.term)].theme }
    var index = 0
    while index < cancelling.count {
      let theme = facts[Int(cancelling[index].term)].theme
      // A stamp of its own for each theme in each text: nothing has to be cleared. The top bit
      // keeps stamps apart from the lengths that settling overlaps writes.
      cancelStamp += 1
      let stamp = cancelStamp | 1 << 63
      while index < cancelling.count, facts[Int(cancelling[index].term)].theme == theme {
        for token in cancelling[index].firstToken...cancelling[index].lastToken {
          marks[Int(token)] = stamp
        }
        index += 1
      }
      keepCandidates { selection, candidate in
        selection.facts[Int(candidate.term)].theme != theme
          || !(candidate.firstToken...candidate.lastToken)
            .contains { selection.marks[Int($0)] == stamp }
      }
    }
  }

  // MARK: Overlaps

  /// Of hits that share a token, keeps the one with the longest term; of equally long ones the
  /// first of each theme.
  mutating func settleOverlaps() {
    guard hasOverlap() else { return }
    makeRoomForMarks()
    candidates.sort {
      if $0.length != $1.length { return $0.length > $1.length }
      if $0.firstToken != $1.firstToken { return $0.firstToken < $1.firstToken }
      return $0.rank < $1.rank
    }
    for candidate in candidates {
      for token in candidate.firstToken...candidate.lastToken { marks[Int(token)] = 0 }
      themes[Int(facts[Int(candidate.term)].theme)].length = 0
    }
    var kept = 0
    for index in candidates.indices {
      let candidate = candidates[index]
      let tokens = candidate.firstToken...candidate.lastToken
      // The longest come first, so what is marked with a greater length was taken before.
      if tokens.contains(where: { marks[Int($0)] > UInt64(candidate.length) }) { continue }
      let theme = Int(facts[Int(candidate.term)].theme)
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
    candidates.removeSubrange(kept...)
    candidates.sort {
      $0.firstToken != $1.firstToken ? $0.firstToken < $1.firstToken : $0.rank < $1.rank
    }
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
    candidates.removeSubrange(kept...)
  }

  // MARK: Scores

  private mutating func score() {
    text += 1
    touched.removeAll(keepingCapacity: true)
    for candidate in candidates {
      let fact = facts[Int(candidate.term)]
      let theme = Int(fact.theme)
      let identity = Int(fact.identity)
      if themes[theme].text != text {
        themes[theme] = ThemeState(text: text)
        touched.append(fact.theme)
      }
      if identities[identity].text != text {
        identities[identity] = IdentityState(text: text)
        themes[theme].identities += 1
      }
      let more = fact.weight - identities[identity].weight
      if more > 0 {
        identities[identity].weight += more
        themes[theme].score += more
      }
      let strongMore = fact.weight - identities[identity].strongWeight
      if fact.kind != .svag, strongMore > 0 {
        identities[identity].strongWeight += strongMore
        themes[theme].strongScore += strongMore
      }
    }
  }

  /// Removes the weak hits of themes in which only one term was found.
  private mutating func dropWeakWithoutCompany() {
    keepCandidates { selection, candidate in
      let fact = selection.facts[Int(candidate.term)]
      return fact.kind != .svag || selection.themes[Int(fact.theme)].identities > 1
    }
    for theme in touched where themes[Int(theme)].identities < 2 {
      themes[Int(theme)].score = themes[Int(theme)].strongScore
    }
  }

  private mutating func suggest(into result: inout TagResult) {
    let themes = themes
    touched.removeAll { themes[Int($0)].score < max(threshold, 1) }
    touched.sort {
      let (left, right) = (themes[Int($0)].score, themes[Int($1)].score)
      return left != right ? left > right : $0 < $1
    }
    for theme in touched.prefix(max(maximumThemes, 0)) {
      for candidate in candidates where facts[Int(candidate.term)].theme == theme {
        result.append(
          TagHit(
            start: Int(candidate.start), end: Int(candidate.end), term: Int(candidate.term),
            kind: facts[Int(candidate.term)].kind))
      }
      result.close(theme: Int(theme), score: themes[Int(theme)].score)
    }
  }
}
