import DialogueModel

extension AnnexContent {
  /// A reason for which records were rejected, and how many were.
  public struct Rejection: Sendable, Equatable {
    /// The code of the findings.
    public var code: FindingCode
    /// The number of records.
    public var count: Int
    /// Where the records are; printed in the internal edition only.
    public var places: [Place]

    /// Makes a reason.
    public init(code: FindingCode, count: Int, places: [Place] = []) {
      self.code = code
      self.count = count
      self.places = places
    }
  }
}
