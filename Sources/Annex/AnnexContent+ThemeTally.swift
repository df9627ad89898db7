import DialogueModel

extension AnnexContent {
  /// What was counted for one theme.
  public struct ThemeTally: Sendable, Equatable {
    /// The theme's key in the codebook.
    public var theme: String
    /// The number of viewpoints with the theme.
    public var viewpoints: Int
    /// The number of submissions with at least one such viewpoint.
    public var submissions: Int
    /// The public numbers of up to three such submissions, the lowest.
    public var examples: [String]

    /// Makes a tally.
    public init(theme: String, viewpoints: Int, submissions: Int, examples: [String] = []) {
      self.theme = theme
      self.viewpoints = viewpoints
      self.submissions = submissions
      self.examples = examples
    }
  }
}
