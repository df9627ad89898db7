/// Items of the list of submissions packed into words of 16 bits: seven, and one for each theme.
enum PackedSubmissions {
  /// The words before the themes: number and day in two each, channel, times and number of themes.
  private static let head = 7
  // What stands for a day that is not known.
  private static let noDay = Int32.min
  // A time of 0 stands for a participant's own submission, others for an official's note.
  private static let own: UInt16 = 0

  /// Numbers with the same high bits are in one part; with 28⁶ numbers there are 58 of these.
  static let partCount = part(UInt32(PublicNumber.space - 1)) + 1

  private static func part(_ number: UInt32) -> Int { Int(number >> partShift) }
  private static let partShift: UInt32 = 23

  @inline(__always)
  static func append(
    number: PublicNumber, day: Int?, channel: Int, isParaphrase: Bool, times: Int,
    themes: [UInt16], to words: inout [UInt16]
  ) {
    let day = UInt32(bitPattern: day.map { Int32($0) } ?? noDay)
    words.append(UInt16(truncatingIfNeeded: number.value))
    words.append(UInt16(truncatingIfNeeded: number.value >> 16))
    words.append(UInt16(truncatingIfNeeded: day))
    words.append(UInt16(truncatingIfNeeded: day >> 16))
    words.append(UInt16(channel))
    words.append(isParaphrase ? UInt16(clamping: max(times, 1)) : own)
    words.append(UInt16(themes.count))
    words.append(contentsOf: themes)
  }

  /// The item whose words begin at a place.
  static func item(_ words: [UInt16], at start: Int) -> SubmissionList.Item {
    let day = Int32(bitPattern: UInt32(words[start + 2]) | UInt32(words[start + 3]) << 16)
    let times = words[start + 5]
    return SubmissionList.Item(
      number: PublicNumber(value: number(words, at: start)), day: day == noDay ? nil : Int(day),
      channel: Int(words[start + 4]), isParaphrase: times != own, times: Int(max(times, 1)),
      themes: words[start + head..<start + head + Int(words[start + 6])])
  }

  @inline(__always)
  private static func number(_ words: [UInt16], at start: Int) -> UInt32 {
    UInt32(words[start]) | UInt32(words[start + 1]) << 16
  }

  /// Brings the parts together, in each the items in the order in which they were.
  ///
  /// - Returns: The words, and where each part ends.
  static func divided(_ words: [UInt16]) -> (words: [UInt16], ends: [Int]) {
    var next = Array(repeating: 0, count: partCount + 1)
    forEachStart(words) { start, length in next[part(number(words, at: start)) + 1] += length }
    for part in 1...partCount { next[part] += next[part - 1] }
    var sorted = Array(repeating: UInt16(0), count: words.count)
    forEachStart(words) { start, length in
      let part = part(number(words, at: start))
      for place in 0..<length { sorted[next[part] + place] = words[start + place] }
      next[part] += length
    }
    return (sorted, Array(next.dropLast()))
  }

  /// Where the items of a part begin, in the order of their numbers.
  ///
  /// Least digit first in two steps of 4,096; equal numbers stay as they were.
  static func starts(_ words: [UInt16]) -> [UInt64] {
    // The number above the start, so that the words themselves are read once and in order.
    var order: [UInt64] = []
    forEachStart(words) { start, _ in
      order.append(UInt64(number(words, at: start)) << 32 | UInt64(start))
    }
    var next = order
    for shift in [UInt64(32), 44] {
      var places = [Int](repeating: 0, count: 4097)
      for key in order { places[Int(key >> shift & 4095) + 1] += 1 }
      for digit in 1..<4097 { places[digit] += places[digit - 1] }
      for key in order {
        let digit = Int(key >> shift & 4095)
        next[places[digit]] = key
        places[digit] += 1
      }
      swap(&order, &next)
    }
    return order
  }

  private static func forEachStart(_ words: [UInt16], _ body: (Int, Int) -> Void) {
    var start = 0
    while start < words.count {
      let length = head + Int(words[start + 6])
      body(start, length)
      start += length
    }
  }
}
