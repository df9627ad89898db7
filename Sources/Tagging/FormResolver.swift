import DialogueModel

/// Finds out what one word form means to a codebook, without regard to the words around it.
struct FormResolver {
  private let tables: MatchTables
  /// The numbers of the terms that the form alone is a hit of; cancelling terms too.
  private(set) var terms: [UInt32] = []
  /// The words of phrases that the form can be.
  private(set) var phraseWords: [UInt32] = []
  /// Where the walk over the terms stood after the form, if the form may be the first half of a
  /// term that was written as two words; else the trie's root.
  private(set) var splitNode = ByteTrie.root
  private var form: [UInt8] = []
  private var variant: [UInt8] = []
  /// Where the endings of the form that is matched begin.
  private var endings: [Int] = []

  init(_ tables: MatchTables) { self.tables = tables }

  /// Whether the form means nothing.
  var isEmpty: Bool { terms.isEmpty && phraseWords.isEmpty && splitNode == ByteTrie.root }

  /// Resolves the bytes of a token as they stand in the text.
  mutating func resolve(_ token: some Collection<UInt8>) {
    terms.removeAll(keepingCapacity: true)
    phraseWords.removeAll(keepingCapacity: true)
    form.removeAll(keepingCapacity: true)
    Folding.fold(token, into: &form)
    let node = match(form)
    let maySplit =
      node != ByteTrie.root && tables.forms.leadsToSplitTerm(node)
      && !Self.neverFirstHalf.contains(form)
    splitNode = maySplit ? node : ByteTrie.root
    matchWithoutHyphens(form)
    // A colon before an ending: *sfi:s*, *lss:en*.
    guard terms.isEmpty, phraseWords.isEmpty,
      let colon = form.lastIndex(of: UInt8(ascii: ":")), isColonEnding(after: colon)
    else { return }
    form.removeSubrange(colon...)
    _ = match(form)
    matchWithoutHyphens(form)
  }

  private mutating func isColonEnding(after colon: Int) -> Bool {
    let start = colon + 1
    if form[start...].elementsEqual("s".utf8) { return true }
    tables.findEndings(of: form, into: &endings)
    return start < form.count && endings.contains(start)
  }

  private mutating func matchWithoutHyphens(_ form: [UInt8]) {
    guard form.contains(UInt8(ascii: "-")) else { return }
    variant.removeAll(keepingCapacity: true)
    for byte in form where byte != UInt8(ascii: "-") { variant.append(byte) }
    _ = match(variant)
  }

  /// Adds what a folded form matches; gives the node that the whole form leads to.
  private mutating func match(_ form: [UInt8]) -> UInt32 {
    tables.findEndings(of: form, into: &endings)
    var node = ByteTrie.root
    for offset in form.indices {
      node = tables.forms.child(of: node, by: form[offset])
      if node == ByteTrie.root { break }
      for place in tables.forms.entries(of: node) {
        add(tables.forms[place], in: form, at: offset + 1)
      }
    }
    if !tables.heads.isEmpty {
      for ending in endings { matchHeads(form, before: ending) }
    }
    return node
  }

  /// Adds the compound heads that end where an ending begins.
  private mutating func matchHeads(_ form: [UInt8], before ending: Int) {
    var node = ByteTrie.root
    for offset in (0..<ending).reversed() {
      node = tables.heads.child(of: node, by: form[offset])
      if node == ByteTrie.root { return }
      for place in tables.heads.entries(of: node) {
        add(tables.heads[place], in: form, at: ending)
      }
    }
  }

  private mutating func add(_ entry: ByteTrie.Entry, in form: [UInt8], at depth: Int) {
    switch entry.kind {
    case .beginning: break
    case .whole, .phraseWord:
      guard endings.contains(depth) else { return }
    case .wholeWithoutVowel, .phraseWordWithoutVowel:
      guard endings.contains(depth), MatchTables.isVowel(form, at: depth) else { return }
    }
    switch entry.kind {
    case .beginning, .whole, .wholeWithoutVowel:
      if !terms.contains(entry.id) { terms.append(entry.id) }
    case .phraseWord, .phraseWordWithoutVowel:
      if !phraseWords.contains(entry.id) { phraseWords.append(entry.id) }
    }
  }

  /// Words that are written on their own and not as the first half of a compound.
  ///
  /// Without them *bättre för skolan* would be a preschool (*förskola*), *när trafiken* local
  /// transport (*närtrafik*) and *mer öppet* a library (*meröppet*). Verb particles such as *in*,
  /// *under* and *över* are left out on purpose: *under sköterska* is a compound split by mistake.
  static let neverFirstHalf: Set<[UInt8]> = Set(
    [
      "alla", "andra", "att", "av", "bara", "de", "dem", "den", "det", "där", "då", "du", "en",
      "er", "ett", "för", "från", "har", "hos", "hur", "här", "i", "inte", "ja", "jag", "kan",
      "man", "med", "men", "mer", "min", "mot", "ni", "nu", "när", "och", "om", "på", "sin",
      "ska", "som", "så", "till", "utan", "vi", "vid", "vad", "var", "vår", "är", "än",
    ].map { Array($0.utf8) })
}
