/// Holm's step-down correction of p-values for the number of tests in one report.
///
/// The p-values are sorted, the i-th smallest of m is multiplied by m − i + 1, each is raised to
/// the largest before it, and none is more than 1 (Holm 1979, *A simple sequentially rejective
/// multiple test procedure*). The chance of one false alarm or more in the whole report is then
/// at most the level, whatever the tests' dependence, so that overlapping groups are allowed.
///
/// The order of the input changes nothing, also with ties.
public struct HolmCorrection: Sendable, Equatable {
  /// The corrected p-values, in the order of the input.
  public let adjusted: [Double]
  /// The p-values given.
  private let values: [Double]
  /// The positions of the p-values, from the smallest value to the largest.
  private let order: [Int]

  /// Corrects the p-values of one family of tests.
  ///
  /// - Parameter values: The p-values, each from 0 to 1.
  public init(_ values: [Double]) {
    precondition(values.allSatisfy { $0 >= 0 && $0 <= 1 }, "p-values from 0 to 1")
    let order = values.indices.sorted { values[$0] < values[$1] }
    var adjusted = [Double](repeating: 1, count: values.count)
    var largest = 0.0
    for (rank, position) in order.enumerated() {
      largest = max(largest, min(1, Double(values.count - rank) * values[position]))
      adjusted[position] = largest
    }
    self.values = values
    self.order = order
    self.adjusted = adjusted
  }

  /// The number of tests in the family, m.
  public var count: Int { values.count }

  /// The factor that decides for one test when all the others stay as they are.
  ///
  /// Whatever value stands at the position, its corrected value is at most the level exactly
  /// when the smaller of 1 and the value times this factor is. The factor is m − k, where k is how many of the other
  /// tests, from the smallest, pass Holm's steps in the family of m; a value that passes with
  /// m − k passes with the larger factor of its own place too, since the k before it did.
  ///
  /// - Parameters:
  ///   - position: The position of the test in the input.
  ///   - level: The level that corrected values are compared with.
  /// - Returns: The factor, from 1 to m.
  public func factor(at position: Int, level: Double) -> Int {
    var passed = 0
    for other in order where other != position {
      guard min(1, Double(count - passed) * values[other]) <= level else { break }
      passed += 1
    }
    return count - passed
  }

  /// The corrected value that another p-value would have in the place of one of the family.
  ///
  /// - Parameters:
  ///   - value: The other p-value, from 0 to 1.
  ///   - position: The position of the test that it takes the place of.
  /// - Returns: The corrected value, at most 1.
  public func adjusted(_ value: Double, inPlaceOf position: Int) -> Double {
    var family = values
    family[position] = value
    return HolmCorrection(family).adjusted[position]
  }
}
