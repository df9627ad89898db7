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

  init(_ tables: MatchTables) { self.tables = tables }

  /// Resolves the bytes of a token as they stand in the text.
  mutating func resolve(_ token: some Collection<UInt8>) {
    terms.removeAll(keepingCapacity: true)
    phraseWords.removeAll(keepingCapacity: true)
    form.removeAll(keepingCapacity: true)
    Folding.fold(token, into: &form)
    let node = match(form)
    splitNode =
      tables.forms.leadsToSplitTerm(node) && !Self.neverFirstHalf.contains(form)
      ? node : ByteTrie.root
    matchWithoutHyphens(form)
    // A colon before an ending: *sfi:s*, *lss:en*.
    guard terms.isEmpty, phraseWords.isEmpty,
      let colon = form.lastIndex(of: UInt8(ascii: ":")), isColonEnding(after: colon)
    else { return }
    form.removeSubrange(colon...)
    _ = match(form)
    matchWithoutHyphens(form)
  }

  private func isColonEnding(after colon: Int) -> Bool {
    let ending = form[(colon + 1)...]
    return ending.elementsEqual("s".utf8)
      || !ending.isEmpty && tables.isEnding(form, from: colon + 1)
  }

  private mutating func matchWithoutHyphens(_ form: [UInt8]) {
    guard form.contains(UInt8(ascii: "-")) else { return }
    variant.removeAll(keepingCapacity: true)
    for byte in form where byte != UInt8(ascii: "-") { variant.append(byte) }
    _ = match(variant)
  }

  /// Adds what a folded form matches; gives the node that the whole form leads to.
  private mutating func match(_ form: [UInt8]) -> UInt32 {
    var node = ByteTrie.root
    var depth = 0
    while depth < form.count {
      node = tables.forms.child(of: node, by: form[depth])
      if node == ByteTrie.root { break }
      depth += 1
      for entry in tables.forms.entries(of: node) { add(entry, in: form, at: depth) }
    }
    if !tables.heads.isEmpty {
      for start in form.indices where form[start] & 0xC0 != 0x80 { matchHead(form, from: start) }
    }
    return node
  }

  private mutating func matchHead(_ form: [UInt8], from start: Int) {
    var node = ByteTrie.root
    for index in start..<form.count {
      node = tables.heads.child(of: node, by: form[index])
      if node == ByteTrie.root { return }
      for entry in tables.heads.entries(of: node) { add(entry, in: form, at: index + 1) }
    }
  }

  private mutating func add(_ entry: ByteTrie.Entry, in form: [UInt8], at depth: Int) {
    switch entry.kind {
    case .beginning:
      if !terms.contains(entry.id) { terms.append(entry.id) }
    case .whole:
      if tables.isEnding(form, from: depth), !terms.contains(entry.id) { terms.append(entry.id) }
    case .wholeWithoutVowel:
      if tables.isVowelEnding(form, from: depth), !terms.contains(entry.id) {
        terms.append(entry.id)
      }
    case .phraseWord:
      if tables.isEnding(form, from: depth), !phraseWords.contains(entry.id) {
        phraseWords.append(entry.id)
      }
    case .phraseWordWithoutVowel:
      if tables.isVowelEnding(form, from: depth), !phraseWords.contains(entry.id) {
        phraseWords.append(entry.id)
      }
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
