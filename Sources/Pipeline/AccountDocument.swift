import DialogueModel

/// `account.json`: for every source, records in and what became of them.
public struct AccountDocument: Codable, Sendable, Equatable {
  /// One entry per source file.
  public var sources: [Source]
  /// The sums.
  public var total: Total

  /// The account of one source file.
  public struct Source: Codable, Sendable, Equatable {
    /// The path relative to the dialogue's folder.
    public var path: String
    /// The SHA-256 of the file's bytes.
    public var sha256: String
    /// Records read.
    public var read: Int
    /// Records that count.
    public var accepted: Int
    /// Records that repeat an earlier one.
    public var duplicate: Int
    /// Records that say nothing.
    public var empty: Int
    /// Records before or after the period.
    public var outOfPeriod: Int
    /// Records that were never finished.
    public var incomplete: Int
    /// Records that could not be read.
    public var rejected: Int
  }

  /// The sums over all sources.
  public struct Total: Codable, Sendable, Equatable {
    /// Records read.
    public var read: Int
    /// Records that count.
    public var accepted: Int
    /// Records that repeat an earlier one.
    public var duplicate: Int
    /// Records that say nothing.
    public var empty: Int
    /// Records before or after the period.
    public var outOfPeriod: Int
    /// Records that were never finished.
    public var incomplete: Int
    /// Records that could not be read.
    public var rejected: Int
  }

  /// Makes the document of an account.
  public init(_ account: FlowAccount) {
    sources = account.sources.map { source in
      Source(
        path: source.path, sha256: source.sha256, read: source.read,
        accepted: source[.accepted], duplicate: source[.duplicate], empty: source[.empty],
        outOfPeriod: source[.outOfPeriod], incomplete: source[.incomplete],
        rejected: source[.rejected])
    }
    total = Total(
      read: account.read, accepted: account[.accepted], duplicate: account[.duplicate],
      empty: account[.empty], outOfPeriod: account[.outOfPeriod],
      incomplete: account[.incomplete], rejected: account[.rejected])
  }
}
