/// Logarithms without a library, so that every machine draws the same axis.
enum Logarithm {
  /// The logarithm to base ten of a positive number.
  static func ten(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    // value = significand · 2^exponent, and ln(s) = 2·artanh((s − 1)/(s + 1)).
    let quotient = (value.significand - 1) / (value.significand + 1)
    var term = quotient
    var sum = 0.0
    for power in stride(from: 1.0, through: 41, by: 2) {
      sum += term / power
      term *= quotient * quotient
    }
    let natural = 2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3
    return natural / 2.302_585_092_994_045_7
  }
}
