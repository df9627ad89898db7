internal import Foundation

/// The quantile function of the standard normal distribution.
///
/// It solves Φ(z) = p by Halley's method on the error function of the system's mathematics
/// library, from the rational start 26.2.22 of Abramowitz and Stegun, *Handbook of Mathematical
/// Functions* (error below 0.003). The order is three, so that three steps reach the limit of
/// floating point; four are made. Between 0.25 and 0.75 the equation is erf(z/√2) = 2p − 1,
/// where 2p − 1 is exact, so that the value keeps its relative accuracy close to zero.
///
/// The relative error is at most 1e-15 for probabilities from 1e-300 to 1 − 1e-16, as measured
/// against 40-digit arithmetic; the tests ask for 1e-14.
public enum NormalQuantile {
  /// The value z for which a standard normal variable is at most z with the probability given.
  ///
  /// - Parameter probability: More than 0 and less than 1.
  /// - Returns: z, negative below a probability of one half.
  public static func value(at probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a probability between 0 and 1, exclusive")
    if abs(probability - 0.5) < 0.25 { return central(2 * probability - 1) }
    // 1 − p is exact for p from 0.5 to 1, so the upper half loses nothing here.
    return probability < 0.5 ? lowerTail(probability) : -lowerTail(1 - probability)
  }

  /// The point that a two-sided interval of the level given ends at, such as 1.96 for 0.95.
  ///
  /// - Parameter level: More than 0 and less than 1.
  /// - Returns: z, more than 0.
  public static func twoSided(level: Double) -> Double { value(at: (1 + level) / 2) }

  /// Solves erf(z/√2) = excess, for an excess from −0.5 to 0.5.
  private static func central(_ excess: Double) -> Double {
    // The density at zero gives the slope, which is near enough as a start in this range.
    var z = excess * (Double.pi / 2).squareRoot()
    for _ in 0..<4 {
      let residual = erf(z * 0.5.squareRoot()) - excess
      z = halley(z, residual / 2)
    }
    return z
  }

  /// Solves Φ(z) = probability, for a probability up to 0.25.
  private static func lowerTail(_ probability: Double) -> Double {
    let t = (-2 * log(probability)).squareRoot()
    var z = (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t)) - t
    for _ in 0..<4 {
      let residual = erfc(-z * 0.5.squareRoot()) / 2 - probability
      z = halley(z, residual)
    }
    return z
  }

  /// One step of Halley's method; the derivative of the density is −z times the density.
  private static func halley(_ z: Double, _ residual: Double) -> Double {
    let step = residual * (2 * Double.pi).squareRoot() * exp(z * z / 2)
    return z - step / (1 + z * step / 2)
  }
}
