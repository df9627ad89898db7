/// All numbers of the annex by key, with how each is computed.
struct FigureBook {
  private(set) var figures: [String: Figure] = [:]
  /// The order of definition, so that nothing depends on the order of a dictionary.
  private(set) var keys: [String] = []

  mutating func define(
    _ key: String, _ label: String, _ value: FigureValue, _ unit: FigureUnit, how: String,
    source: String, isSensitive: Bool = false, basis: [String] = []
  ) {
    if figures[key] == nil { keys.append(key) }
    figures[key] = Figure(
      label: label,
      measure: Measure(
        key: key, value: value, unit: unit, isSensitive: isSensitive, basis: basis),
      how: how, source: source)
  }

  /// A count, which is the usual case.
  mutating func count(
    _ key: String, _ label: String, _ value: Int, _ unit: FigureUnit, how: String,
    source: String, isSensitive: Bool = false
  ) {
    define(
      key, label, .count(value), unit, how: how, source: source, isSensitive: isSensitive)
  }

  /// A number computed from counts, hidden together with any of them.
  mutating func computed(
    _ key: String, _ label: String, _ value: FigureValue, from basis: [String], how: String,
    source: String
  ) {
    define(key, label, value, .computed, how: how, source: source, basis: basis)
  }

  /// The mark that a table and its chart share.
  mutating func table(_ name: String, _ label: String, how: String, source: String) {
    define(FigureKey.table(name), label, .whole, .computed, how: how, source: source)
  }

  /// The measure with a key, when it is defined.
  func measure(_ key: String) -> Measure? { figures[key]?.measure }

  /// The cell with a number; not applicable when there is none.
  func cell(_ key: String) -> Cell { measure(key).map(Cell.number) ?? .notApplicable }
}
