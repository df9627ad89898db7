import DialogueModel

/// How much of a file an inspection looks at, and what it keeps.
public struct InspectionScope: Sendable, Equatable {
  /// A sampled file that is larger than this is not hashed, which would take seconds.
  public static let hashLimit = 1 << 30

  /// Whether all of a file is read, however large it is.
  public var isFull: Bool
  /// Whether up to three different values of each column are kept, to be shown.
  ///
  /// Columns with personal data never show any.
  public var keepsValues: Bool
  /// How large files, archives and tables may be.
  public var limits: SourceLimits
  /// A file with more bytes is sampled unless all of it is asked for; 64 MiB unless told
  /// otherwise.
  public var wholeFileLimit: Int
  /// The bytes at the beginning of a file that a sample consists of; 24 MiB unless told
  /// otherwise.
  public var sampleBytes: Int

  /// Makes a scope; what is left out is the careful choice.
  public init(
    isFull: Bool = false, keepsValues: Bool = false, limits: SourceLimits = SourceLimits(),
    wholeFileLimit: Int = 64 << 20, sampleBytes: Int = 24 << 20
  ) {
    self.isFull = isFull
    self.keepsValues = keepsValues
    self.limits = limits
    self.wholeFileLimit = wholeFileLimit
    self.sampleBytes = sampleBytes
  }

  /// The bytes to look at in a file of a size; `nil` for all of them.
  func sample(ofSize size: Int) -> Int? {
    isFull || size <= wholeFileLimit ? nil : sampleBytes
  }
}
