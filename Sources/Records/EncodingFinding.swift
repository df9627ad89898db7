/// What the bytes of a file are, and the evidence for it.
public struct EncodingFinding: Sendable, Equatable {
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
  /// declared name, or a byte order mark, that no reader here knows. `invalidEncoding`: bytes
  /// that are not text in the encoding. `nulByte`: NUL bytes in what is otherwise text.
  public var problems: [RecordProblem]

  /// Makes a finding.
  public init(
    encoding: TextEncoding?, byteOrderMarkLength: Int = 0, evidence: String,
    isDeclared: Bool = false, isSampled: Bool = false, binaryKind: String? = nil,
    problems: [RecordProblem] = []
  ) {
    self.encoding = encoding
    self.byteOrderMarkLength = byteOrderMarkLength
    self.evidence = evidence
    self.isDeclared = isDeclared
    self.isSampled = isSampled
    self.binaryKind = binaryKind
    self.problems = problems
  }
}
