/// The counts that a comparison of one target group with the population starts from.
///
/// The unit is persons. `known` are those whose membership is known, members or not; `unknown`
/// are the other participants.
public struct GroupCount: Sendable, Equatable, Codable {
  /// The group's key, such as `age/16-24`.
  public var id: String
  /// The number of known members, x.
  public var members: Int
  /// The number of participants whose membership is known, n.
  public var known: Int
  /// The number of participants whose membership is not known, u.
  public var unknown: Int
  /// The group's size in the reference population, N_g; `nil` when there is no figure.
  public var referenceCount: Int?
  /// The upper figure when the reference is a range; `referenceCount` is then the lower one.
  public var referenceCountHigh: Int?
  /// The reference population of those who could take part, N.
  public var referenceTotal: Int?

  /// Whether those who took part were chosen so that the group has its share; then nothing is
  /// tested.
  public var isByDesign = false

  /// Makes a count.
  public init(
    id: String, members: Int, known: Int, unknown: Int, referenceCount: Int?,
    referenceCountHigh: Int? = nil, referenceTotal: Int?
  ) {
    self.id = id
    self.members = members
    self.known = known
    self.unknown = unknown
    self.referenceCount = referenceCount
    self.referenceCountHigh = referenceCountHigh
    self.referenceTotal = referenceTotal
  }
}
