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

  private static let noDay = Int32.min
  // A time of 0 stands for a participant's own submission, others for an official's note.
  private static let own: UInt16 = 0

  /// The number of submissions.
  var count: Int { numbers.count }

  mutating func append(
    number: PublicNumber, day: Int?, channel: Int, isParaphrase: Bool, times: Int,
    themes found: [UInt16]
  ) {
    numbers.append(number.value)
    days.append(day.map { Int32($0) } ?? Self.noDay)
    channels.append(UInt16(channel))
    self.times.append(isParaphrase ? UInt16(clamping: max(times, 1)) : Self.own)
    themes.append(contentsOf: found)
    themeEnds.append(UInt32(themes.count))
  }

  /// The submissions in the order of their public numbers, which is no order of arrival.
  func forEachByNumber(_ body: (Item) throws -> Void) rethrows {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    for index in order {
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
