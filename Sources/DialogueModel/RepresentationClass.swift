/// How a target group's share of those who took part compares with its share of the population.
public enum RepresentationClass: String, Sendable, CaseIterable, Codable {
  /// Fewer than a fair draw of lots would reasonably give, and by enough to matter
  /// (*underrepresenterad*).
  case under
  /// More than a fair draw of lots would reasonably give, and by enough to matter
  /// (*överrepresenterad*).
  case over
  /// Shown to lie within the parity band (*i balans*).
  case inBalance = "in_balance"
  /// It cannot be said; the reason says why (*går inte att avgöra*).
  case cannotSay = "cannot_say"
}
