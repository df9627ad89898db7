import DialogueModel

extension AnnexContent {
  /// The comparison of one group.
  public struct GroupCoverage: Sendable, Equatable {
    /// The key within the dimension, such as `16-24`.
    public var id: String
    /// The name in Swedish, such as *16–24 år*.
    public var label: String
    /// The comparison.
    public var assessment: GroupAssessment
    /// The key of the group of which this one is the mirror: shown and not tested.
    public var mirrorOf: String?

    /// Makes the comparison of a group.
    public init(id: String, label: String, assessment: GroupAssessment, mirrorOf: String? = nil) {
      self.id = id
      self.label = label
      self.assessment = assessment
      self.mirrorOf = mirrorOf
    }
  }
}
