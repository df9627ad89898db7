/// A number as it is computed, with how it is to be printed.
public struct FigureValue: Sendable, Equatable, Codable {
  /// What kind of number it is.
  public enum Form: String, Sendable, Codable, CaseIterable {
    /// A whole number.
    case count
    /// Two whole numbers, the lowest and the highest.
    case countSpan
    /// A number with decimals.
    case decimal
    /// Two numbers with decimals.
    case decimalSpan
    /// A share of 1, printed in percent.
    case share
    /// Two shares of 1, printed in percent.
    case shareSpan
    /// How many persons parity would have more (+) or fewer (−).
    case gap
    /// All the numbers of a table or a chart.
    case whole
  }

  /// What kind of number it is.
  public var form: Form
  /// The number, or the two numbers of a span; empty for a whole table.
  public var numbers: [Double]
  /// The number of decimals to print.
  public var decimals: Int

  /// Makes a value.
  public init(_ form: Form, _ numbers: [Double], decimals: Int = 0) {
    self.form = form
    self.numbers = numbers
    self.decimals = decimals
  }

  /// A whole number.
  public static func count(_ count: Int) -> FigureValue { .init(.count, [Double(count)]) }

  /// Two whole numbers.
  public static func countSpan(_ span: ClosedRange<Int>) -> FigureValue {
    .init(.countSpan, [Double(span.lowerBound), Double(span.upperBound)])
  }

  /// A number with decimals.
  public static func decimal(_ number: Double, decimals: Int) -> FigureValue {
    .init(.decimal, [number], decimals: decimals)
  }

  /// Two numbers with decimals.
  public static func decimalSpan(
    _ low: Double, _ high: Double, decimals: Int
  ) -> FigureValue {
    .init(.decimalSpan, [low, high], decimals: decimals)
  }

  /// A share of 1.
  public static func share(_ share: Double, decimals: Int = 0) -> FigureValue {
    .init(.share, [share], decimals: decimals)
  }

  /// Two shares of 1.
  public static func shareSpan(_ low: Double, _ high: Double, decimals: Int) -> FigureValue {
    .init(.shareSpan, [low, high], decimals: decimals)
  }

  /// A gap in persons, not rounded.
  public static func gap(_ gap: Double) -> FigureValue { .init(.gap, [gap]) }

  /// All the numbers of a table or a chart.
  public static var whole: FigureValue { .init(.whole, []) }

  /// The whole number, when it is one.
  public var wholeNumber: Int? {
    guard form == .count, let number = numbers.first else { return nil }
    return Int(number)
  }

  /// The value as a table's cell prints it, where the unit stands in the caption.
  public var cellText: String {
    let texts = numbers.map { number in
      switch form {
      case .count, .countSpan: Swedish.number(Int(number))
      case .decimal, .decimalSpan: Swedish.decimal(number, decimals: decimals)
      case .share, .shareSpan: Swedish.decimal(number * 100, decimals: decimals)
      case .gap: Swedish.gap(number)
      case .whole: ""
      }
    }
    return form == .whole ? "se tabellen" : Swedish.span(texts)
  }

  /// The value as running text prints it: shares in whole percent, with the word.
  public var runningText: String {
    guard form == .share || form == .shareSpan else { return cellText }
    if let share = numbers.last, share > 0, share < 0.005 {
      return "mindre än 1\u{A0}procent"
    }
    return FigureValue(form, numbers).cellText + "\u{A0}procent"
  }
}
