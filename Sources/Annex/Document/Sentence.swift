/// A sentence of running text, with what to say instead when a number in it is hidden.
public struct Sentence: Sendable, Equatable, Codable {
  /// The sentence.
  public var runs: [Inline]
  /// What is said instead when a number that the sentence rests on is hidden.
  ///
  /// `nil`: the same
  /// sentence, with words for the number. Empty: the sentence is left out.
  public var fallback: [Inline]?
  /// Keys of counts that the sentence rests on without printing them.
  public var basis: [String]

  /// Makes a sentence.
  public init(_ runs: [Inline], fallback: [Inline]? = nil, basis: [String] = []) {
    self.runs = runs
    self.fallback = fallback
    self.basis = basis
  }

  /// Makes a sentence of plain words.
  public init(_ words: String) { self.init([.text(words)]) }
}

extension Sentence: ExpressibleByStringLiteral {
  /// Makes a sentence of plain words.
  public init(stringLiteral words: String) { self.init(words) }
}

extension Sentence: ExpressibleByStringInterpolation {
  /// Collects the words and the numbers of an interpolated sentence.
  public struct StringInterpolation: StringInterpolationProtocol {
    var runs: [Inline] = []

    /// Begins with nothing.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds plain words.
    public mutating func appendLiteral(_ words: String) {
      if !words.isEmpty { runs.append(.text(words)) }
    }

    /// Adds plain words.
    public mutating func appendInterpolation(_ words: String) { appendLiteral(words) }

    /// Adds a piece of running text.
    public mutating func appendInterpolation(_ run: Inline) { runs.append(run) }

    /// Adds pieces of running text.
    public mutating func appendInterpolation(_ more: [Inline]) { runs += more }
  }

  /// Makes a sentence of words and numbers.
  public init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.runs) }

  /// The same sentence with what to say when a number in it is hidden.
  func orElse(_ other: Sentence) -> Sentence {
    Sentence(runs, fallback: other.runs, basis: basis)
  }

  /// The same sentence, left out when a number in it is hidden.
  func orNothing(basis: [String] = []) -> Sentence {
    Sentence(runs, fallback: [], basis: self.basis + basis)
  }
}
