/// A number with a name: the only form in which a count, or anything computed from counts,
/// may stand in the document.
///
/// Tables, charts and sentences all hold measures, so that what is hidden is hidden everywhere.
public struct Measure: Sendable, Equatable, Codable {
  /// The stable key, such as `theme/tider.viewpoints`.
  public var key: String
  /// The value; `nil` when it is hidden.
  public var value: FigureValue?
  /// What is counted.
  public var unit: FigureUnit
  /// Whether the answers counted are sensitive data, with the higher limit for small counts.
  public var isSensitive: Bool
  /// The keys of the counts from which the value could be computed backwards.
  public var basis: [String]
  /// Why the value is hidden; `nil` when it is not.
  public var hiding: Hiding?

  /// Why a value is hidden.
  public enum Hiding: String, Sendable, Codable, CaseIterable {
    /// The count is below the limit.
    case small
    /// A small count could be computed from it.
    case complementary
    /// It is computed from a hidden count.
    case derived
    /// Whether it is small or hidden for another's sake is not said either, since that would tell.
    case withheld
  }

  /// Makes a measure that is not hidden.
  public init(
    key: String, value: FigureValue, unit: FigureUnit, isSensitive: Bool = false,
    basis: [String] = []
  ) {
    self.key = key
    self.value = value
    self.unit = unit
    self.isSensitive = isSensitive
    self.basis = basis
  }

  /// The value as a table's cell prints it; a dash when it is hidden.
  public var cellText: String { value?.cellText ?? "–" }
}
