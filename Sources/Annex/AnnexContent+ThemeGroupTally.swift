import DialogueModel

extension AnnexContent {
  /// The number of submissions with a theme among those who declared a group.
  public struct ThemeGroupTally: Sendable, Equatable {
    /// The theme's key in the codebook.
    public var theme: String
    /// The key of the dimension, such as `age`.
    public var dimension: String
    /// The group's key within the dimension; `nil` counts those whose group is not known.
    public var group: String?
    /// The number of submissions.
    public var submissions: Int

    /// Makes a tally.
    public init(theme: String, dimension: String, group: String?, submissions: Int) {
      self.theme = theme
      self.dimension = dimension
      self.group = group
      self.submissions = submissions
    }
  }
}
