/// What the bytes of a file are, and the evidence for it.
public struct EncodingFinding: Sendable, Equatable {
  /// One encoding that was considered, and how well the bytes fit it.
  public struct Candidate: Sendable, Equatable {
    /// The encoding's name, as in `TextEncoding`.
    public var name: String
    /// How well the bytes fit, from 0 to 1.
    ///
    /// For UTF-8, the share of the sequences above 127 that are valid; for UTF-16 and UTF-32, the
    /// share of the units that have NUL bytes where text has them, or 1 with a byte order mark;
    /// for a single-byte encoding, the mean of how plausible each byte above 127 is between its
    /// neighbours. The figures put candidates in order. They are no probabilities.
    public var score: Double
    /// What the score stands on, in plain English, in one line and without content.
    public var evidence: String

    /// Makes a candidate.
    public init(name: String, score: Double, evidence: String) {
      self.name = name
      self.score = score
      self.evidence = evidence
    }
  }

  /// The encoding to read the file with, or `nil` when it is not to be read as text.
  public var encoding: TextEncoding?
  /// The number of bytes of the byte order mark at the beginning of the file.
  public var byteOrderMarkLength: Int
  /// What was seen in the bytes, in plain English, in one line.
  public var evidence: String
  /// Whether the encoding was declared; if not, it was found.
  public var isDeclared: Bool
  /// Whether parts of the file were looked at and not all of it.
  public var isSampled: Bool
  /// What the file is when it is not text, such as `zip archive`, or `nil` when it is text.
  public var binaryKind: String?
  /// What is wrong with the bytes, seen from the file as a whole.
  ///
  /// `encodingMismatch`: a declared encoding that the bytes contradict. `unknownEncoding`: a
  /// declared name that no reader here knows. `invalidEncoding`: bytes
  /// that are not text in the encoding. `nulByte`: NUL bytes in what is otherwise text.
  public var problems: [RecordProblem]
  /// The encodings that were considered, the one that was found first and the others by score.
  ///
  /// A declared encoding changes nothing here. Empty for what is not text.
  public var candidates: [Candidate]

  /// Makes a finding.
  public init(
    encoding: TextEncoding?, byteOrderMarkLength: Int = 0, evidence: String,
    isDeclared: Bool = false, isSampled: Bool = false, binaryKind: String? = nil,
    problems: [RecordProblem] = [], candidates: [Candidate] = []
  ) {
    self.encoding = encoding
    self.byteOrderMarkLength = byteOrderMarkLength
    self.evidence = evidence
    self.isDeclared = isDeclared
    self.isSampled = isSampled
    self.binaryKind = binaryKind
    self.problems = problems
    self.candidates = candidates
  }
}
