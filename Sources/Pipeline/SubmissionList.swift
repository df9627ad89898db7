/// The accepted submissions as the list of submissions needs them: twenty-odd bytes each, so
/// that a million of them are still a list in memory.
struct SubmissionList: Sendable {
  /// One submission of the list.
  struct Item {
    var number: PublicNumber
    /// Days from 1970, or `nil` when not known.
    var day: Int?
    /// The channel's place in the shape.
    var channel: Int
    var isParaphrase: Bool
    var times: Int
    /// The themes' places in the codebook.
    var themes: ArraySlice<UInt16>
  }

  private var numbers: [UInt32] = []
  private var days: [Int32] = []
  private var channels: [UInt16] = []
  private var times: [UInt16] = []
  private var themeEnds: [UInt32] = []
  private var themes: [UInt16] = []
  private var isSorted = false

  private static let noDay = Int32.min
  // A time of 0 stands for a participant's own submission, others for an official's note.
  private static let own: UInt16 = 0

  /// The number of submissions.
  var count: Int { numbers.count }

  mutating func append(
    number: PublicNumber, day: Int?, channel: Int, isParaphrase: Bool, times: Int,
    themes found: [UInt16]
  ) {
    isSorted = false
    numbers.append(number.value)
    days.append(day.map { Int32($0) } ?? Self.noDay)
    channels.append(UInt16(channel))
    self.times.append(isParaphrase ? UInt16(clamping: max(times, 1)) : Self.own)
    themes.append(contentsOf: found)
    themeEnds.append(UInt32(themes.count))
  }

  /// Puts the submissions into the order of their public numbers, which is no order of arrival.
  ///
  /// Least digit first in three steps of 2,048: 28⁶ numbers have fewer than 33 bits.
  mutating func sortByNumber() {
    guard !isSorted else { return }
    isSorted = true
    var order = Array(numbers.indices.lazy.map(UInt32.init))
    var next = order
    for shift in [0, 11, 22] {
      var places = [Int](repeating: 0, count: 2049)
      for number in numbers { places[(Int(number >> shift) & 2047) + 1] += 1 }
      for digit in 1..<2049 { places[digit] += places[digit - 1] }
      for index in order {
        let digit = Int(numbers[Int(index)] >> shift) & 2047
        next[places[digit]] = index
        places[digit] += 1
      }
      swap(&order, &next)
    }
    var sortedThemes: [UInt16] = []
    sortedThemes.reserveCapacity(themes.count)
    var ends: [UInt32] = []
    ends.reserveCapacity(themeEnds.count)
    for index in order {
      let start = index == 0 ? 0 : Int(themeEnds[Int(index) - 1])
      sortedThemes.append(contentsOf: themes[start..<Int(themeEnds[Int(index)])])
      ends.append(UInt32(sortedThemes.count))
    }
    themes = sortedThemes
    themeEnds = ends
    numbers = order.map { numbers[Int($0)] }
    days = order.map { days[Int($0)] }
    channels = order.map { channels[Int($0)] }
    times = order.map { times[Int($0)] }
  }

  /// The first and the last day that are known.
  var daySpan: ClosedRange<Int>? {
    var first = Int32.max
    var last = Self.noDay
    for day in days where day != Self.noDay {
      first = min(first, day)
      last = max(last, day)
    }
    return first <= last ? Int(first)...Int(last) : nil
  }

  /// The submissions in their order: that of their public numbers once they are sorted.
  func forEachItem(_ body: (Item) throws -> Void) rethrows {
    for index in numbers.indices {
      let start = index == 0 ? 0 : Int(themeEnds[index - 1])
      try body(
        Item(
          number: PublicNumber(value: numbers[index]),
          day: days[index] == Self.noDay ? nil : Int(days[index]),
          channel: Int(channels[index]), isParaphrase: times[index] != Self.own,
          times: Int(max(times[index], 1)), themes: themes[start..<Int(themeEnds[index])]))
    }
  }
}
