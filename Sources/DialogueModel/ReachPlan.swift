/// A group that the plan promised to reach, and what was done (*grupper som ska nås*).
public struct ReachPlan: Sendable, Equatable {
  /// The group in words.
  public var label: String
  /// The target group's key, such as `age/16-24`, where the group is measured.
  public var group: String?
  /// What was done to reach it.
  public var action: String?
  /// The activities meant for it, by key.
  public var activities: [String]
  /// Whether the group is one that is heard less often (*höras lika ofta*).
  public var isSeldomHeard: Bool
  /// What came of it, in an official's words.
  public var result: String?

  /// Makes a plan for a group.
  public init(
    label: String, group: String? = nil, action: String? = nil, activities: [String] = [],
    isSeldomHeard: Bool = false, result: String? = nil
  ) {
    self.label = label
    self.group = group
    self.action = action
    self.activities = activities
    self.isSeldomHeard = isSeldomHeard
    self.result = result
  }
}
