/// Ages from one whole year to another, or from one upwards.
public struct AgeRange: Sendable, Hashable {
  /// The highest age that can be written; nobody has been older than 122.
  public static let highest = 150

  /// The youngest age.
  public let lower: Int
  /// The oldest age, or `nil` when the range is open: this age and older.
  public let upper: Int?

  /// Every age.
  public static let all = AgeRange(unchecked: 0, nil)

  private init(unchecked lower: Int, _ upper: Int?) {
    self.lower = lower
    self.upper = upper
  }

  /// Makes a range, or `nil` when the ages are not 0 to ``highest`` in rising order.
  public init?(from lower: Int, through upper: Int?) {
    guard (0...Self.highest).contains(lower), (lower...Self.highest).contains(upper ?? lower)
    else { return nil }
    self.init(unchecked: lower, upper)
  }

  /// Reads a range as a person writes it: `16-24`, `80+`, `18`, `16–24 år`.
  public init?(written text: String) {
    guard case .range(let range)? = AgeCell(text) else { return nil }
    self = range
  }

  /// The range as a key: `16-24`, `80+`, `18`.
  public var key: String {
    guard let upper else { return "\(lower)+" }
    return upper == lower ? "\(lower)" : "\(lower)-\(upper)"
  }

  // The first age after the range; an open range ends beyond every age.
  var end: Int { (upper ?? Self.highest) + 1 }

  func contains(_ other: AgeRange) -> Bool {
    lower <= other.lower && other.end <= end && (upper == nil || other.upper != nil)
  }

  func overlaps(_ other: AgeRange) -> Bool { lower < other.end && other.lower < end }

  var opened: AgeRange { AgeRange(unchecked: lower, nil) }
}
