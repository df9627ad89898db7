/// A file of a tool that holds no submissions (*inlämningar*), and how it is told.
public struct NotSubmissions: Sendable, Equatable {
  /// What shows it.
  public var sign: RecognitionSign
  /// What the file is.
  public var kind: Kind

  /// What a file without submissions is.
  public enum Kind: String, Sendable, CaseIterable {
    /// The questions of a form, and not its answers.
    case structure
    /// Figures about a whole, one in each row.
    case summary
  }

  /// Makes a rule.
  public init(sign: RecognitionSign, kind: Kind) {
    self.sign = sign
    self.kind = kind
  }
}
