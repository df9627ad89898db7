/// A small generator of evenly spread bits that gives the same numbers on every machine.
///
/// The algorithm is that of Steele, Lea and Flood, *Fast Splittable Pseudorandom Number
/// Generators* (2014): a counter and a mixing function. The standard library promises no fixed
/// sequence, and a published figure must come out the same when it is computed again.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The next number from 0 up to 1, exclusive, a multiple of 2⁻⁵³.
  mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
