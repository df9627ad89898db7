/// Turns columns of codes into cells, and weights of cells into weights of respondents.
///
/// The codes of a respondent are the digits of one number, whose digit for a variable has one
/// value for each category and one for the unknown. Numbers are formed in blocks, variable by
/// variable, so that each loop is simple enough to be done several respondents at a time.
struct CellCounter {
  /// The most combinations that are counted in a table; beyond it the numbers are sorted.
  static let largestTable = 1 << 20
  /// How many respondents are numbered at a time: what fits the nearest cache.
  private static let blockSize = 2048

  /// The margins.
  let margins: [RakingMargin]
  /// The number of values of each digit.
  private let bases: [Int]

  init(_ margins: [RakingMargin]) {
    self.margins = margins
    bases = margins.map { $0.missingCode + 1 }
  }

  /// The number of combinations, or `nil` when there are too many to be numbered.
  var combinations: Int? {
    var product = UInt64(1)
    for base in bases {
      let (next, isTooLarge) = product.multipliedReportingOverflow(by: UInt64(base))
      if isTooLarge || next > RakingSample.largestCombinationCount { return nil }
      product = next
    }
    return Int(product)
  }

  /// The number of a combination of categories.
  func key(_ categories: [Int?]) -> Int {
    zip(categories, bases).reduce(0) { $0 * $1.1 + ($1.0 ?? $1.1 - 1) }
  }

  /// The combination that a number stands for.
  private func categories(_ key: Int) -> [Int?] {
    var rest = key
    var result = [Int?](repeating: nil, count: bases.count)
    for (variable, base) in bases.enumerated().reversed() {
      let code = rest % base
      result[variable] = code == base - 1 ? nil : code
      rest /= base
    }
    return result
  }

  /// The columns with two bytes for each code.
  func narrowed(_ columns: [[Int]]) throws(RakingRefusal) -> [[UInt16]] {
    var result: [[UInt16]] = []
    for (variable, column) in columns.enumerated() {
      let base = variable < bases.count ? bases[variable] : 0
      if let position = column.firstIndex(where: { $0 < 0 || $0 >= base || $0 > UInt16.max }) {
        throw unknownCode(variable, position)
      }
      result.append(column.map { UInt16(truncatingIfNeeded: $0) })
    }
    return result
  }

  /// The cells of the respondents, in the order of their numbers.
  func count<Code>(_ columns: [[Code]]) throws(RakingRefusal) -> [RakingCell]
  where Code: FixedWidthInteger & UnsignedInteger & Sendable {
    let combinations = try check(columns)
    if combinations > Self.largestTable {
      var keys: [Int] = []
      keys.reserveCapacity(columns[0].count)
      try forEachBlock(columns) { keys.append(contentsOf: $0.lazy.map { Int($0) }) }
      keys.sort()
      return cells(sorted: keys)
    }
    // Two tables, since a number like the one before it would have to wait for that one's count.
    var even = [Int](repeating: 0, count: combinations)
    var odd = even
    try forEachBlock(columns) { keys in
      even.withUnsafeMutableBufferPointer { even in
        odd.withUnsafeMutableBufferPointer { odd in
          let last = keys.count & ~1
          for position in stride(from: 0, to: last, by: 2) {
            even[Int(keys[position])] &+= 1
            odd[Int(keys[position + 1])] &+= 1
          }
          if last < keys.count { even[Int(keys[last])] &+= 1 }
        }
      }
    }
    return (0..<combinations).compactMap {
      let count = even[$0] + odd[$0]
      return count == 0 ? nil : RakingCell(categories($0), count: count)
    }
  }

  /// The value of each respondent's cell, 0 where the cell is not among those given.
  func spread<Code>(
    _ values: [Double], of cells: [RakingCell], to columns: [[Code]]
  ) throws(RakingRefusal) -> [Double]
  where Code: FixedWidthInteger & UnsignedInteger & Sendable {
    let combinations = try check(columns)
    var result = [Double]()
    result.reserveCapacity(columns[0].count)
    let entries = zip(cells, values).map { (key($0.categories), $1) }
    if combinations > Self.largestTable {
      let table = Dictionary(entries) { first, _ in first }
      try forEachBlock(columns) { keys in
        result.append(contentsOf: keys.lazy.map { table[Int($0)] ?? 0 })
      }
    } else {
      var table = [Double](repeating: 0, count: combinations)
      for (key, value) in entries { table[key] = value }
      try forEachBlock(columns) { keys in
        result.append(contentsOf: keys.lazy.map { table[Int($0)] })
      }
    }
    return result
  }

  /// The number of respondents of each combination given who fulfil a condition.
  func tally<Code>(
    _ cells: [RakingCell], _ columns: [[Code]], where condition: [Bool]
  ) throws(RakingRefusal) -> [Int]
  where Code: FixedWidthInteger & UnsignedInteger & Sendable {
    _ = try check(columns)
    guard condition.count == columns[0].count else {
      throw RakingRefusal(.columnsDiffer)
    }
    var position = 0
    var table: [Int: Int] = [:]
    try forEachBlock(columns) { keys in
      for key in keys {
        if condition[position] { table[Int(key), default: 0] += 1 }
        position += 1
      }
    }
    return cells.map { table[key($0.categories)] ?? 0 }
  }

  /// Checks the columns, and gives the number of combinations.
  private func check<Code>(_ columns: [[Code]]) throws(RakingRefusal) -> Int {
    guard let first = columns.first, !first.isEmpty else { throw RakingRefusal(.noRespondents) }
    guard columns.count == margins.count else { throw RakingRefusal(.columnsDiffer) }
    if let other = columns.firstIndex(where: { $0.count != first.count }) {
      throw RakingRefusal(.columnsDiffer, variable: margins[other].variable)
    }
    guard let combinations else { throw RakingRefusal(.tooManyCombinations) }
    return combinations
  }

  private func unknownCode(_ variable: Int, _ position: Int) -> RakingRefusal {
    guard variable < margins.count else { return RakingRefusal(.columnsDiffer) }
    return RakingRefusal(
      .unknownCode, variable: margins[variable].variable, position: position)
  }

  /// The numbers of the respondents, block by block.
  private func forEachBlock<Code>(
    _ columns: [[Code]], _ body: (UnsafeBufferPointer<UInt64>) -> Void
  ) throws(RakingRefusal)
  where Code: FixedWidthInteger & UnsignedInteger & Sendable {
    let count = columns[0].count
    var keys = [UInt64](repeating: 0, count: min(count, Self.blockSize))
    for start in stride(from: 0, to: count, by: Self.blockSize) {
      let length = min(Self.blockSize, count - start)
      for (variable, column) in columns.enumerated() {
        let base = UInt64(bases[variable])
        let largest = column.withUnsafeBufferPointer { codes in
          keys.withUnsafeMutableBufferPointer { keys in
            Self.add(codes, from: start, to: keys, length, base: base, isFirst: variable == 0)
          }
        }
        if UInt64(largest) >= base {
          let wrong = column[start..<start + length].firstIndex { UInt64($0) >= base }
          throw unknownCode(variable, wrong ?? start)
        }
      }
      keys.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<length])) }
    }
  }

  /// Appends a digit to each number, and gives the largest digit met.
  @inline(__always)
  private static func add<Code>(
    _ codes: UnsafeBufferPointer<Code>, from start: Int,
    to keys: UnsafeMutableBufferPointer<UInt64>, _ length: Int, base: UInt64, isFirst: Bool
  ) -> Code where Code: FixedWidthInteger & UnsignedInteger {
    var largest = Code.zero
    let factor = isFirst ? 0 : base
    for offset in 0..<length {
      let code = codes[start + offset]
      largest = max(largest, code)
      keys[offset] = keys[offset] &* factor &+ UInt64(truncatingIfNeeded: code)
    }
    return largest
  }

  private func cells(sorted keys: [Int]) -> [RakingCell] {
    var result: [RakingCell] = []
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end] == keys[start] { end += 1 }
      result.append(RakingCell(categories(keys[start]), count: end - start))
      start = end
    }
    return result
  }
}
