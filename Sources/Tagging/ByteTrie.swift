/// Words kept by their bytes, so that one walk over a word form meets every entry that is a
/// beginning of it.
struct ByteTrie: Sendable {
  /// Something kept under a word.
  struct Entry: Sendable, Equatable {
    enum Kind: Sendable {
      /// A term that a form need only begin with; the identifier is the term's number.
      case beginning
      /// A term that must be followed by an ending; the identifier is the term's number.
      case whole
      /// The same for a term without its final vowel; the ending must begin with a vowel.
      case wholeWithoutVowel
      /// A word of a phrase that must be followed by an ending; the identifier is the word's.
      case phraseWord
      /// The same for a word without its final vowel.
      case phraseWordWithoutVowel
    }

    var kind: Kind
    var id: UInt32
  }

  /// The node that every walk begins at; as it is nobody's child, it also means "no such child".
  static let root: UInt32 = 0

  private var firstEdge: [UInt32] = [0, 0]
  private var edgeBytes: [UInt8] = []
  private var edgeTargets: [UInt32] = []
  private var firstEntry: [UInt32] = [0, 0]
  private var allEntries: [Entry] = []
  /// Whether a term lies below the node that two split tokens may make up.
  private var splitBelow: [Bool] = [false]

  /// Makes a trie, in which `mayBeSplit` says which entries can be written as two words.
  init(
    _ words: [(word: [UInt8], entry: Entry)], mayBeSplit: (Entry) -> Bool = { _ in false }
  ) {
    var children: [[(byte: UInt8, target: UInt32)]] = [[]]
    var entries: [[Entry]] = [[]]
    var split = [false]
    for (word, entry) in words {
      var node = 0
      for byte in word {
        // Every node above the last one has this entry below it.
        if mayBeSplit(entry) { split[node] = true }
        if let edge = children[node].first(where: { $0.byte == byte }) {
          node = Int(edge.target)
        } else {
          children[node].append((byte, UInt32(children.count)))
          node = children.count
          children.append([])
          entries.append([])
          split.append(false)
        }
      }
      if !entries[node].contains(entry) { entries[node].append(entry) }
    }
    firstEdge = [0]
    firstEntry = [0]
    for node in children.indices {
      for edge in children[node].sorted(by: { $0.byte < $1.byte }) {
        edgeBytes.append(edge.byte)
        edgeTargets.append(edge.target)
      }
      allEntries.append(contentsOf: entries[node])
      firstEdge.append(UInt32(edgeBytes.count))
      firstEntry.append(UInt32(allEntries.count))
    }
    splitBelow = split
  }

  /// Whether nothing is kept.
  var isEmpty: Bool { allEntries.isEmpty }

  /// The child of a node by a byte, or ``root`` if there is none.
  func child(of node: UInt32, by byte: UInt8) -> UInt32 {
    for edge in Int(firstEdge[Int(node)])..<Int(firstEdge[Int(node) + 1])
    where edgeBytes[edge] == byte {
      return edgeTargets[edge]
    }
    return Self.root
  }

  /// The entries of a node.
  func entries(of node: UInt32) -> ArraySlice<Entry> {
    allEntries[Int(firstEntry[Int(node)])..<Int(firstEntry[Int(node) + 1])]
  }

  /// Whether a term that may be split lies below a node.
  func leadsToSplitTerm(_ node: UInt32) -> Bool { splitBelow[Int(node)] }
}
