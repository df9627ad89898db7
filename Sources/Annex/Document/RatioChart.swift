/// How groups' shares compare with the population's, on a logarithmic axis.
public struct RatioChart: Sendable, Equatable, Codable {
  /// A group of inhabitants.
  public struct Row: Sendable, Equatable, Codable {
    /// The name.
    public var label: String
    /// The ratio; `nil` when there is nothing to compare with.
    public var ratio: Measure?
    /// The ratio against the upper reference, when the reference is a range.
    public var ratioLow: Measure?
    /// The span of the ratio.
    public var span: Measure?
    /// How many persons parity would have more or fewer, where it may stand in a chart.
    public var gap: Measure?
    /// How the group compares, in words.
    public var comparison: Comparison

    /// Makes a row.
    public init(label: String, comparison: Comparison) {
      self.label = label
      self.comparison = comparison
    }
  }

  /// The rows of one background question.
  public struct Group: Sendable, Equatable, Codable {
    /// The name of the question.
    public var title: String
    /// The rows.
    public var rows: [Row]

    /// Makes a group of rows.
    public init(title: String, rows: [Row]) {
      self.title = title
      self.rows = rows
    }
  }

  /// The rows, by background question.
  public var groups: [Group]
  /// The lowest ratio that counts as parity.
  public var bandLow: Double
  /// The highest ratio that counts as parity.
  public var bandHigh: Double

  /// Makes the numbers of the chart.
  public init(groups: [Group], band: ClosedRange<Double>) {
    self.groups = groups
    bandLow = band.lowerBound
    bandHigh = band.upperBound
  }
}
