/// A background question and the groups its answers sort people into (*målgrupper*).
public struct TargetGroupDimension: Sendable, Equatable {
  /// The key, such as `age`.
  public var id: String
  /// The name in Swedish, such as *Ålder*.
  public var label: String
  /// The groups.
  public var groups: [TargetGroup]
  /// Answers that mean "not said".
  public var unknownAnswers: [String]
  /// Whether the answers are sensitive data, with the higher limit for small counts.
  public var isSensitive: Bool
  /// Why there is no reference population, when the file says that there is none.
  public var noReference: String?

  /// Makes a dimension.
  public init(
    id: String, label: String, groups: [TargetGroup], unknownAnswers: [String] = [],
    isSensitive: Bool = false, noReference: String? = nil
  ) {
    self.id = id
    self.label = label
    self.groups = groups
    self.unknownAnswers = unknownAnswers
    self.isSensitive = isSensitive
    self.noReference = noReference
  }
}
