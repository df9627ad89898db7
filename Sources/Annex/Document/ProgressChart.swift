/// How groups' shares moved from one activity to the next, one panel for each group.
public struct ProgressChart: Sendable, Equatable, Codable {
  /// A group.
  public struct Panel: Sendable, Equatable, Codable {
    /// The name.
    public var label: String
    /// The share of the population.
    public var reference: Measure
    /// The share after each step; `nil` while nobody had said.
    public var values: [Measure?]

    /// Makes a panel.
    public init(label: String, reference: Measure, values: [Measure?]) {
      self.label = label
      self.reference = reference
      self.values = values
    }
  }

  /// The steps' names.
  public var steps: [String]
  /// The panels.
  public var panels: [Panel]

  /// Makes the numbers of the chart.
  public init(steps: [String], panels: [Panel]) {
    self.steps = steps
    self.panels = panels
  }
}
