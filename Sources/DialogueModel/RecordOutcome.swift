/// What became of a record that was read.
///
/// Each record has exactly one outcome, so that the account of a source balances.
public enum RecordOutcome: String, Sendable, CaseIterable, Codable {
  /// The record is a submission that counts (*ingår*).
  case accepted
  /// The same submission came before (*dubblett*).
  case duplicate
  /// The record says nothing (*tom*).
  case empty
  /// The participant never finished, or it was a test (*ofullständig*).
  case incomplete
  /// It came before or after the period (*utanför perioden*).
  case outOfPeriod
  /// It could not be read (*avvisad*); a finding says why.
  case rejected
}
