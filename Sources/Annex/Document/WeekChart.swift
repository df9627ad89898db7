/// Submissions by week, one panel for each channel, all with the same scale.
public struct WeekChart: Sendable, Equatable, Codable {
  /// A panel.
  public struct Panel: Sendable, Equatable, Codable {
    /// The channel's name.
    public var label: String
    /// The channel's sum.
    public var total: Measure
    /// One number for each week.
    public var values: [Measure]

    /// Makes a panel.
    public init(label: String, total: Measure, values: [Measure]) {
      self.label = label
      self.total = total
      self.values = values
    }
  }

  /// The weeks' numbers.
  public var weeks: [Int]
  /// What the axis is, such as *Vecka 2026*.
  public var axis: String
  /// The panels.
  public var panels: [Panel]

  /// Makes the numbers of the chart.
  public init(weeks: [Int], axis: String, panels: [Panel]) {
    self.weeks = weeks
    self.axis = axis
    self.panels = panels
  }
}
