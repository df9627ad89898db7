/// A submission as it is written to the register; the pointers need only be good for the call.
public struct SubmissionRow {
  /// The number in the order of acceptance, from 1.
  public var sequence: Int
  /// The public number.
  public var number: Int
  /// The source's number in the register.
  public var source: Int
  /// The record in the source file, from 1.
  public var record: Int
  /// The line where the record begins, from 1.
  public var line: Int
  /// Days from 1 January 1970, or `nil` when no time is known.
  public var day: Int?
  /// One byte for each dimension that is not sensitive: 0 not said, else the group from 1.
  public var groups: UnsafeBufferPointer<UInt8>
  /// What else is known, as bits.
  public var flags: Flags
  /// How many said it, for a note with `[x3]`; otherwise 1.
  public var times: Int
  /// The closed answers, packed; empty when there are none.
  public var closed: UnsafeBufferPointer<UInt8>

  /// What is known of a submission beside its answers.
  public struct Flags: OptionSet, Sendable {
    /// The bits as they stand in the register.
    public let rawValue: Int
    /// Makes flags from bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// The participant asked for anonymity.
    public static let anonymous = Flags(rawValue: 1)
    /// An official's paraphrase from a meeting, not a participant's own words.
    public static let paraphrase = Flags(rawValue: 2)
    /// It comes from an organisation and not from a person.
    public static let organisation = Flags(rawValue: 4)
  }

  /// Makes a row.
  public init(
    sequence: Int, number: Int, source: Int, record: Int, line: Int, day: Int?,
    groups: UnsafeBufferPointer<UInt8>, flags: Flags, times: Int,
    closed: UnsafeBufferPointer<UInt8>
  ) {
    self.sequence = sequence
    self.number = number
    self.source = source
    self.record = record
    self.line = line
    self.day = day
    self.groups = groups
    self.flags = flags
    self.times = times
    self.closed = closed
  }
}
