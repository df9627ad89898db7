/// A number with its name, as a mark of a chart.
public struct LabelledMeasure: Sendable, Equatable, Codable {
  /// The name.
  public var label: String
  /// The number.
  public var measure: Measure

  /// Makes a named number.
  public init(_ label: String, _ measure: Measure) {
    self.label = label
    self.measure = measure
  }
}
