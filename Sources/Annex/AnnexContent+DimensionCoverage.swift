import DialogueModel

extension AnnexContent {
  /// The comparison of the groups of one background question.
  public struct DimensionCoverage: Sendable, Equatable {
    /// The key, such as `age`.
    public var id: String
    /// The name in Swedish, such as *Ålder*.
    public var label: String
    /// Whether the answers are sensitive data, with the higher limit for small counts.
    public var isSensitive: Bool
    /// The number of persons whose answer is not known.
    public var unknown: Int
    /// Why there is no reference population, when the file says that there is none.
    public var noReference: String?
    /// Whether the groups exclude each other and, with the unknown, sum to all persons.
    public var isPartition: Bool
    /// The groups, in the order to print them.
    public var groups: [GroupCoverage]

    /// Makes the comparison of a background question.
    public init(
      id: String, label: String, isSensitive: Bool = false, unknown: Int,
      noReference: String? = nil, isPartition: Bool = true, groups: [GroupCoverage]
    ) {
      self.id = id
      self.label = label
      self.isSensitive = isSensitive
      self.unknown = unknown
      self.noReference = noReference
      self.isPartition = isPartition
      self.groups = groups
    }
  }
}
