/// The form that all values of a column have, such as `9999-99-99` or `AAA-99`: digits and
/// letters are only told apart, never kept.
struct FormMask {
  /// The longest form that is shown.
  static let longest = 32

  // For each place what stands there in every value; empty when the values differ in length.
  private var places: [UInt8] = []
  private var isUniform = true
  private var longestTime: [UInt8] = []

  private static let digit = UInt8(ascii: "9")
  private static let lower = UInt8(ascii: "a")
  private static let upper = UInt8(ascii: "A")
  private static let mixed = UInt8(ascii: "x")

  mutating func add(_ value: UnsafeBufferPointer<UInt8>, isTime: Bool) {
    if isTime, value.count > longestTime.count, value.count <= Self.longest {
      longestTime = value.map(Self.timeSign)
    }
    guard isUniform else { return }
    if places.isEmpty {
      if value.count > Self.longest || value.contains(where: { $0 >= 0x80 }) {
        isUniform = false
      } else {
        places = value.map(Self.sign)
      }
      return
    }
    guard value.count == places.count else {
      isUniform = false
      return
    }
    for index in value.indices {
      let sign = Self.sign(value[index])
      if sign == places[index] { continue }
      if value[index] >= 0x80 || !Self.isSign(sign) || !Self.isSign(places[index]) {
        isUniform = false
        return
      }
      places[index] = Self.mixed
    }
  }

  /// The form of the longest time.
  var time: String { String(decoding: longestTime, as: UTF8.self) }

  /// The form of every value, when they all have the same and it has a digit or letter; marks
  /// alone would be the value itself.
  var uniform: String? {
    isUniform && places.contains(where: Self.isSign)
      ? String(decoding: places, as: UTF8.self) : nil
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == digit || byte == lower || byte == upper || byte == mixed
  }

  private static func sign(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x30...0x39: digit
    case 0x61...0x7A: lower
    case 0x41...0x5A: upper
    default: byte
    }
  }

  // In a time the letter between day and clock, and that of the zone, are part of the form.
  private static func timeSign(_ byte: UInt8) -> UInt8 {
    byte == UInt8(ascii: "T") || byte == UInt8(ascii: "Z") ? byte : sign(byte)
  }

  /// The number of runs of digits: a day has three, a time of day has more.
  static func digitRuns(_ value: UnsafeBufferPointer<UInt8>) -> Int {
    var runs = 0
    var isInside = false
    for byte in value {
      let isDigit = byte >= 0x30 && byte <= 0x39
      if isDigit && !isInside { runs += 1 }
      isInside = isDigit
    }
    return runs
  }
}
