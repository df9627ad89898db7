import DialogueModel

/// The value of a fact that duties are checked against.
public enum FactValue: Sendable, Equatable {
  /// Words.
  case text(String)
  /// A day.
  case date(CalendarDate)
  /// A whole number.
  case number(Int)
  /// Yes or no.
  case flag(Bool)
  /// A list of words; never empty.
  case list([String])

  /// How many there are, for numbers and lists.
  var amount: Int? {
    switch self {
    case .number(let number): number
    case .list(let list): list.count
    default: nil
    }
  }
}
