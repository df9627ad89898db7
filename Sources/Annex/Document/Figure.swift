/// A number of the annex with its origin, as the register of figures lists it.
public struct Figure: Sendable, Equatable, Codable {
  /// The mark, such as `F12`; numbered in order of first use.
  public var mark: String
  /// What the number is, in Swedish.
  public var label: String
  /// The number.
  public var measure: Measure
  /// How it is computed.
  public var how: String
  /// What it is computed from, such as `account.json`.
  public var source: String

  /// Makes a figure that has no mark yet.
  public init(label: String, measure: Measure, how: String, source: String) {
    mark = ""
    self.label = label
    self.measure = measure
    self.how = how
    self.source = source
  }
}
