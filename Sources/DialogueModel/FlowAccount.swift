/// The account of a run: for each source, records in and what became of them.
public struct FlowAccount: Sendable, Equatable {
  /// One account per source file, in the order the dialogue names them.
  public var sources: [SourceAccount]

  /// Makes an account of sources.
  public init(sources: [SourceAccount]) { self.sources = sources }

  /// The number of records read from all sources.
  public var read: Int { sources.reduce(0) { $0 + $1.read } }

  /// The number of records of all sources with an outcome.
  public subscript(outcome: RecordOutcome) -> Int { sources.reduce(0) { $0 + $1[outcome] } }

  /// Whether every source balances.
  public var balances: Bool { sources.allSatisfy(\.balances) }
}
