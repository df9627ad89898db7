/// The Wilson score interval of a share, with finite population correction.
///
/// With p = x/n, the normal quantile z and, for a population of N, n* = n(N − 1)/(N − n):
///
///     centre c = (p + z²/2n*) / (1 + z²/n*)
///     half   h = z / (1 + z²/n*) · √(p(1 − p)/n* + z²/4n*²)
///
/// and the interval is from c − h to c + h. n* follows from the variance of a share drawn
/// without replacement, p(1 − p)/n · (N − n)/(N − 1). The correction is that of O'Neill,
/// *Mathematical properties and finite-population correction for the Wilson score interval*
/// (2021). Without a population n* = n, and the interval is that of R's
/// `prop.test(correct = FALSE)`.
///
/// Participants are not a sample. The interval says which shares a fair draw of lots could have
/// come from, and nothing of what others think.
public enum WilsonInterval {
  /// The interval of the share, or `nil` when the counts allow none.
  ///
  /// The lower end is 0 at x = 0 and the upper end 1 at x = n, where the closed form leaves a
  /// few 1e-18. When everyone is known (n = N) the interval is the share itself.
  ///
  /// - Parameters:
  ///   - members: The number of known members, x, from 0 to n.
  ///   - known: The number of persons known, n, at least 1.
  ///   - population: The population drawn from, N, at least n; `nil` for no correction.
  ///   - level: The level of the interval, between 0 and 1, exclusive.
  /// - Returns: The interval, within 0 to 1 and around the share.
  public static func share(
    members: Int, known: Int, population: Int?, level: Double = 0.95
  ) -> ClosedRange<Double>? {
    guard known > 0, members >= 0, members <= known, level > 0, level < 1 else { return nil }
    let n = Double(known)
    let p = Double(members) / n
    var effective = n
    if let population {
      guard population >= known else { return nil }
      if population == known { return p...p }
      effective = n * Double(population - 1) / Double(population - known)
    }
    let z = NormalQuantile.twoSided(level: level)
    let t = z * z / effective
    let centre = (p + t / 2) / (1 + t)
    let half = (p * (1 - p) * t + t * t / 4).squareRoot() / (1 + t)
    let lower = members == 0 ? 0 : centre - half
    let upper = members == known ? 1 : centre + half
    // The share lies in its interval; rounding must not say otherwise when the interval is tiny.
    return min(lower, p)...max(upper, p)
  }

  /// The interval cut to the shares that are possible when the group has the size given.
  ///
  /// Of n persons at least n − (N − K) and at most K are members. In a group that nearly all
  /// took part in, the interval alone would hold shares that cannot be.
  ///
  /// - Parameters:
  ///   - interval: The interval of the share.
  ///   - known: The number of persons known, n.
  ///   - groupSize: The size of the group in the population, K, or the range it lies in.
  ///   - population: The population, N, at least n and K.
  /// - Returns: The part of the interval that is possible.
  public static func clipped(
    _ interval: ClosedRange<Double>, known: Int, groupSize: ClosedRange<Int>, population: Int
  ) -> ClosedRange<Double> {
    let fewest = max(0, known - (population - groupSize.lowerBound))
    let most = min(known, groupSize.upperBound)
    guard known > 0, fewest <= most else { return interval }
    return interval.clamped(to: Double(fewest) / Double(known)...Double(most) / Double(known))
  }
}
