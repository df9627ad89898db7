/// Horizontal bars from zero, each with a second number after it.
public struct BarChart: Sendable, Equatable, Codable {
  /// A bar.
  public struct Bar: Sendable, Equatable, Codable {
    /// The name.
    public var label: String
    /// The bar's length.
    public var value: Measure
    /// The number after the bar.
    public var second: Measure
    /// The weighted share beside the second number, drawn as a bar of its own; `nil` for none.
    public var weighted: Measure?

    /// Makes a bar.
    public init(label: String, value: Measure, second: Measure, weighted: Measure? = nil) {
      self.label = label
      self.value = value
      self.second = second
      self.weighted = weighted
    }
  }

  /// The bars.
  public var bars: [Bar]
  /// What the bars count.
  public var noun: Noun
  /// What the second number counts; `nil` when it is a share, which is printed in percent.
  public var secondNoun: Noun?

  /// Makes the numbers of the chart.
  public init(bars: [Bar], noun: Noun, secondNoun: Noun?) {
    self.bars = bars
    self.noun = noun
    self.secondNoun = secondNoun
  }
}
