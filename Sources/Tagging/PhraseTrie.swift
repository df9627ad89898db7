/// Phrases kept by their words, so that all of them are followed through a text at once.
///
/// A state stands for the words read so far; ``start`` for none.
struct PhraseTrie: Sendable {
  static let start: UInt32 = 0

  private var firstSteps: [UInt32]
  private var firstEdge: [UInt32] = [0]
  private var edgeWords: [UInt32] = []
  private var edgeTargets: [UInt32] = []
  private var firstTerm: [UInt32] = [0]
  private var allTerms: [UInt32] = []

  /// Makes a trie of phrases of two or more words, each word by its number below `wordCount`.
  init(_ phrases: [(words: [UInt32], term: UInt32)], wordCount: Int) {
    var edges: [[(word: UInt32, target: UInt32)]] = [[]]
    var terms: [[UInt32]] = [[]]
    for phrase in phrases {
      var state = 0
      for word in phrase.words {
        if let edge = edges[state].first(where: { $0.word == word }) {
          state = Int(edge.target)
        } else {
          edges[state].append((word, UInt32(edges.count)))
          state = edges.count
          edges.append([])
          terms.append([])
        }
      }
      terms[state].append(phrase.term)
    }
    firstSteps = Array(repeating: Self.start, count: wordCount)
    for edge in edges[0] { firstSteps[Int(edge.word)] = edge.target }
    for state in edges.indices {
      for edge in edges[state] {
        edgeWords.append(edge.word)
        edgeTargets.append(edge.target)
      }
      allTerms.append(contentsOf: terms[state])
      firstEdge.append(UInt32(edgeWords.count))
      firstTerm.append(UInt32(allTerms.count))
    }
  }

  /// The state after a first word, or ``start`` if no phrase begins with it.
  func begin(with word: UInt32) -> UInt32 { firstSteps[Int(word)] }

  /// The state after one word more, or ``start`` if no phrase goes on with it.
  func step(from state: UInt32, with word: UInt32) -> UInt32 {
    for edge in Int(firstEdge[Int(state)])..<Int(firstEdge[Int(state) + 1])
    where edgeWords[edge] == word {
      return edgeTargets[edge]
    }
    return Self.start
  }

  /// Whether any phrase goes on from a state.
  func goesOn(from state: UInt32) -> Bool {
    firstEdge[Int(state)] < firstEdge[Int(state) + 1]
  }

  /// The terms whose last word leads to a state.
  func terms(at state: UInt32) -> ArraySlice<UInt32> {
    allTerms[Int(firstTerm[Int(state)])..<Int(firstTerm[Int(state) + 1])]
  }
}
