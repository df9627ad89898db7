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

  /// Where a node's children and entries begin.
  ///
  /// They end where those of the next node begin, since nodes are numbered level by level.
  private struct Node {
    /// A bit for each of the children's bytes, by its lowest six bits.
    var bits: UInt64 = 0
    var firstChild: UInt32
    var firstEntry: UInt32
  }

  private var nodes: [Node] = []
  /// The byte that leads to each node.
  private var labels: [UInt8] = []
  private var allEntries: [Entry] = []
  /// Whether a term lies below the node that two split tokens may make up.
  private var splitBelow: [Bool] = []

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
    // The queue of nodes, each by the number it has above, and the byte that leads to it.
    var queue: [(node: Int, label: UInt8)] = [(0, 0)]
    var next = 0
    while next < queue.count {
      let (node, label) = queue[next]
      labels.append(label)
      splitBelow.append(split[node])
      var made = Node(firstChild: UInt32(queue.count), firstEntry: UInt32(allEntries.count))
      allEntries.append(contentsOf: entries[node])
      for edge in children[node].sorted(by: { ($0.byte & 63, $0.byte) < ($1.byte & 63, $1.byte) }) {
        made.bits |= 1 << UInt64(edge.byte & 63)
        queue.append((Int(edge.target), edge.byte))
      }
      nodes.append(made)
      next += 1
    }
    nodes.append(Node(firstChild: UInt32(queue.count), firstEntry: UInt32(allEntries.count)))
  }

  /// Whether nothing is kept.
  var isEmpty: Bool { allEntries.isEmpty }

  /// The child of a node by a byte, or ``root`` if there is none.
  @inline(__always)
  func child(of node: UInt32, by byte: UInt8) -> UInt32 {
    let parent = nodes[Int(node)]
    let bit = 1 &<< UInt64(byte & 63)
    if parent.bits & bit == 0 { return Self.root }
    // Before it stands one child at least for each of the lower bits, and two that share a bit
    // stand together.
    var child = parent.firstChild &+ UInt32((parent.bits & (bit &- 1)).nonzeroBitCount)
    let end = nodes[Int(node) + 1].firstChild
    while child < end {
      if labels[Int(child)] == byte { return child }
      child &+= 1
    }
    return Self.root
  }

  /// Where the entries of a node stand among all.
  @inline(__always)
  func entries(of node: UInt32) -> Range<Int> {
    Int(nodes[Int(node)].firstEntry)..<Int(nodes[Int(node) + 1].firstEntry)
  }

  /// An entry by its place among all.
  subscript(place: Int) -> Entry { allEntries[place] }

  /// Whether a term that may be split lies below a node.
  func leadsToSplitTerm(_ node: UInt32) -> Bool { splitBelow[Int(node)] }
}
