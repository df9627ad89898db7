import DialogueModel

/// What is counted of one column while its values pass, with bounded memory and no value kept.
struct ColumnStatistics {
  /// The number of records in which the column is not empty.
  private(set) var filled = 0
  /// The different values.
  private(set) var distinct = DistinctCounter()
  /// The number of characters in the shortest, the longest and all values.
  private(set) var shortest = Int.max
  private(set) var longest = 0
  private(set) var characters = 0
  /// Whether every value so far is one word without blanks.
  private(set) var isOneWord = true
  /// What the different values are to the target groups; counted for few different values.
  private(set) var answers = AnswerIndex.Tally()
  /// The number of digits in the longest whole number.
  private(set) var mostDigits = 0
  /// Whether every whole number has as many digits as times from 1970 have.
  private(set) var couldBeEpoch = true
  /// The smallest and the largest whole number.
  private(set) var smallest = Int.max
  private(set) var largest = Int.min

  /// Whether a time of day stands after a day.
  private(set) var hasClock = false
  /// The number of values that end with a semicolon, as joined choices do in some tools.
  private(set) var endingSemicolons = 0
  /// The first different values, when they are to be shown.
  private(set) var examples: [String] = []
  /// Whether values are kept to be shown.
  var keepsExamples = false
  /// The form of the values.
  private(set) var form = FormMask()

  // In which orders of day and month every value so far can be read as a time.
  private var canBeYearFirst = true
  private var canBeDayFirst = true
  private var canBeMonthFirst = true
  private var couldBeInteger = true
  private var couldBeNumber = true

  /// A column with more different values has no list of answers to recognise.
  private static let mostAnswers = 40

  /// Counts one value; its outer blanks do not count.
  mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ budget: inout DistinctCounter.Budget,
    _ index: AnswerIndex
  ) {
    let value = Self.trimmed(bytes)
    guard !value.isEmpty else { return }
    filled += 1
    if value[value.count - 1] == 0x3B { endingSemicolons += 1 }
    let isNew = distinct.add(value, &budget)
    if isNew, distinct.count <= Self.mostAnswers, value.count <= 100, !index.isEmpty {
      index.note(value, in: &answers)
    }
    if isNew, keepsExamples, examples.count < Self.mostExamples {
      examples.append(Self.shown(value))
    }
    measure(value)
    if couldBeNumber || couldBeTime { classify(value) }
    form.add(value, isTime: couldBeTime)
  }

  private static let mostExamples = 3
  private static let exampleLength = 60

  // One line of it, as far as it can be shown.
  private static func shown(_ value: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: value.prefix(4 * exampleLength), as: UTF8.self)
    let line = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return line.count <= exampleLength ? line : line.prefix(exampleLength - 1) + "…"
  }

  /// Counts one value of a column whose values are not looked at.
  mutating func addUnseen(_ bytes: UnsafeBufferPointer<UInt8>) {
    if !Self.trimmed(bytes).isEmpty { filled += 1 }
  }

  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var first = 0
    var last = bytes.count
    while first < last, isBlank(bytes[first]) { first += 1 }
    while last > first, isBlank(bytes[last - 1]) { last -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[first..<last])
  }

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private var couldBeTime: Bool { canBeYearFirst || canBeDayFirst || canBeMonthFirst }

  private mutating func measure(_ value: UnsafeBufferPointer<UInt8>) {
    // Without branches, so that the compiler can take many bytes at a time.
    var continuations = 0
    var blanks = 0
    for byte in value {
      continuations &+= byte & 0xC0 == 0x80 ? 1 : 0
      blanks &+= byte <= 0x20 ? 1 : 0
    }
    let count = value.count - continuations
    shortest = min(shortest, count)
    longest = max(longest, count)
    characters += count
    if blanks > 0 { isOneWord = false }
  }

  private mutating func classify(_ value: UnsafeBufferPointer<UInt8>) {
    guard let number = NumberForm(value) else {
      couldBeInteger = false
      couldBeNumber = false
      guard couldBeTime else { return }
      canBeYearFirst = canBeYearFirst && Self.canRead(value, .yearMonthDay)
      canBeDayFirst = canBeDayFirst && Self.canRead(value, .dayMonthYear)
      canBeMonthFirst = canBeMonthFirst && Self.canRead(value, .monthDayYear)
      if couldBeTime, FormMask.digitRuns(value) > 3 { hasClock = true }
      return
    }
    // A bare number is no date that a person could recognise.
    canBeYearFirst = false
    canBeDayFirst = false
    canBeMonthFirst = false
    if number.isInteger {
      mostDigits = max(mostDigits, number.digits)
      smallest = min(smallest, number.value)
      largest = max(largest, number.value)
      if number.digits != 13 && number.digits != 10 { couldBeEpoch = false }
    } else {
      couldBeInteger = false
      couldBeEpoch = false
    }
  }

  private static func canRead(
    _ value: UnsafeBufferPointer<UInt8>, _ order: SourceProfile.DateOrder
  ) -> Bool {
    TimeReader(order: order).read(value) != nil
  }

  /// The type of the values: all of them are of it.
  var type: InspectedFile.ValueType {
    if filled == 0 { return .empty }
    if couldBeInteger { return .integer }
    if couldBeNumber { return .number }
    if couldBeTime { return hasClock ? .datetime : .date }
    if isChoice { return .choice }
    return isOneWord && longest <= 200 ? .code : .text
  }

  // Few values, most of which return. Of the answers to an open question, most stand once.
  private var isChoice: Bool {
    guard distinct.isExact, longest <= 200, distinct.count <= 30 else { return false }
    if distinct.count == 1 { return filled >= 2 }
    return filled >= max(2 * distinct.count, 4) && distinct.seenOnce * 2 <= distinct.count
  }

  /// The order of day and month in the whole column; `nil` for other types, and where it does
  /// not show.
  var dateOrder: SourceProfile.DateOrder? {
    guard type == .date || type == .datetime else { return nil }
    if canBeYearFirst { return .yearMonthDay }
    if canBeDayFirst == canBeMonthFirst { return nil }
    return canBeDayFirst ? .dayMonthYear : .monthDayYear
  }

  /// The number of characters in a value, on average.
  var meanLength: Int { filled == 0 ? 0 : characters / filled }
}

/// A value that is a number, as exports write them.
struct NumberForm {
  let isInteger: Bool
  let digits: Int
  let value: Int

  /// `nil` for what is no number, and for digits that are a name: those with a zero in front,
  /// such as a postcode, and those too long to count with.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    let isNegative = bytes[0] == 0x2D
    if isNegative || bytes[0] == 0x2B { index = 1 }
    let start = index
    var value = 0
    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39, index - start < 18 {
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    let whole = index - start
    guard whole > 0, !(bytes[start] == 0x30 && whole > 1) else { return nil }
    digits = whole
    self.value = isNegative ? -value : value
    guard index < bytes.count else {
      isInteger = true
      return
    }
    guard bytes[index] == 0x2E || bytes[index] == 0x2C else { return nil }
    index += 1
    let decimals = index
    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
    guard index == bytes.count, index > decimals else { return nil }
    isInteger = false
  }
}
