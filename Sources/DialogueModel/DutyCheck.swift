/// The result of checking one duty of the policy.
public struct DutyCheck: Sendable, Equatable {
  /// The duty's number, such as `D09`.
  public var id: String
  /// The duty in a few Swedish words.
  public var label: String
  /// How binding it is: `ska`, `ska om möjligt`, `bör` or `syfte`.
  public var strength: String
  /// The result.
  public var status: DutyStatus
  /// What the result rests on, in Swedish.
  public var grounds: String

  /// Makes a result.
  public init(id: String, label: String, strength: String, status: DutyStatus, grounds: String) {
    self.id = id
    self.label = label
    self.strength = strength
    self.status = status
    self.grounds = grounds
  }
}
