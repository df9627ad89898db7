import Representation
import Testing

struct NormalQuantileTests {
  // mpmath 1.3.0, 340 digits: sqrt(2)*erfinv(2*p-1) of the binary value of p.
  @Test(arguments: [
    (0.975, 1.95996398454005386), (0.95, 1.64485362695147228), (0.995, 2.57582930354890045),
    (0.9, 1.28155156554460059), (0.75, 0.674489750196081743), (0.74999, 0.674458281879231857),
    (0.51, 0.025068908258711058), (0.4999999, -2.50662827470310651e-7),
    (0.25, -0.674489750196081743), (0.2500001, -0.674489435509607075),
    (0.1, -1.28155156554460044), (0.01, -2.32634787404084109), (1e-10, -6.3613409024040562),
    (1e-50, -14.933337534788489), (1e-300, -37.0470962993611992),
    (1 - 1e-16, 8.20953615160138686),
  ])
  func `the quantile has fourteen digits`(probability: Double, expected: Double) {
    expectClose(NormalQuantile.value(at: probability), expected, relative: 1e-14)
  }

  @Test func `the median is zero`() {
    #expect(NormalQuantile.value(at: 0.5) == 0)
  }

  @Test func `an interval of 95 percent ends at 1.96 and one of 90 percent at 1.64`() {
    expectClose(NormalQuantile.twoSided(level: 0.95), 1.959963984540054, relative: 1e-14)
    expectClose(NormalQuantile.twoSided(level: 0.90), 1.6448536269514722, relative: 1e-14)
  }

  @Test func `the quantile rises and is odd about one half`() {
    let probabilities = stride(from: 0.001, to: 0.5, by: 0.001)
    var previous = -Double.infinity
    for probability in probabilities {
      let value = NormalQuantile.value(at: probability)
      #expect(value > previous)
      #expect(abs(value + NormalQuantile.value(at: 1 - probability)) < 1e-13)
      previous = value
    }
  }
}
