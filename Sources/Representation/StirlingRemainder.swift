internal import Foundation

/// What Stirling's formula leaves of a factorial: ln k! = k ln k − k + remainder(k).
///
/// With the large terms k ln k − k taken out, the logarithm of a ratio of factorials can be put
/// together without the cancellation that ln Γ brings: ln Γ(10⁷) is about 1.5·10⁸, so its last
/// digit alone is 3·10⁻⁸, and a probability could not be trusted beyond seven digits.
enum StirlingRemainder {
  /// The remainder for k from 0 up; the absolute error is a few units in the last place.
  static func value(_ k: Int) -> Double {
    if k < small.count { return small[k] }
    // Stirling's series; from 16 on the first term left out is below 1.2e-16.
    let x = Double(k)
    let r = 1 / (x * x)
    let series =
      (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r / 1188)))) / x
    return 0.5 * log(2 * Double.pi * x) + series
  }

  /// ln k! − k ln k + k for k from 0 to 15, from 40-digit arithmetic.
  private static let small: [Double] = [
    0, 1, 1.306_852_819_440_054_69, 1.495_922_603_223_725_93, 1.632_876_385_868_388_14,
    1.740_302_180_611_544_12, 1.828_694_396_641_770_99, 1.903_790_317_678_221_16,
    1.969_070_569_306_562_80, 2.026_806_284_055_495_17, 2.078_561_643_135_058_46,
    2.125_459_845_091_809_85, 2.168_334_698_205_882_43, 2.207_822_206_123_445_32,
    2.244_418_568_125_060_90, 2.278_518_367_307_740_58,
  ]
}
