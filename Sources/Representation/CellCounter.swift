/// Turns columns of codes into cells, and weights of cells into weights of respondents.
///
/// The codes of a respondent are the digits of one number, whose digit for a variable has one
/// value for each category and one for the unknown. Numbers are formed in blocks, variable by
/// variable, so that each loop is simple enough to be done several respondents at a time.
struct CellCounter {
  /// The most combinations that are counted in a table; beyond it the numbers are sorted.
  static let largestTable = 1 << 20
  /// The most combinations whose numbers have two bytes.
  private static let largestShortTable = 1 << 16
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
  where Code: FixedWidthInteger & UnsignedInteger {
    let combinations = try check(columns)
    if combinations > Self.largestTable {
      var keys: [UInt64] = []
      keys.reserveCapacity(columns[0].count)
      try forEachBlock(columns) { (block: UnsafeBufferPointer<UInt64>) in
        keys.append(contentsOf: block)
      }
      keys.sort()
      return cells(sorted: keys)
    }
    let counts =
      combinations <= Self.largestShortTable
      ? try table(columns, UInt16.self, combinations)
      : try table(columns, UInt64.self, combinations)
    return counts.indices.compactMap {
      counts[$0] == 0 ? nil : RakingCell(categories($0), count: counts[$0])
    }
  }

  /// The respondents of each combination.
  private func table<Code, Key>(
    _ columns: [[Code]], _: Key.Type, _ combinations: Int
  ) throws(RakingRefusal) -> [Int]
  where
    Code: FixedWidthInteger & UnsignedInteger, Key: FixedWidthInteger & UnsignedInteger
  {
    // Two tables, since a number like the one before it would have to wait for that one's count.
    var even = [Int](repeating: 0, count: combinations)
    var odd = even
    try forEachBlock(columns) { (keys: UnsafeBufferPointer<Key>) in
      even.withUnsafeMutableBufferPointer { even in
        odd.withUnsafeMutableBufferPointer { odd in
          var position = 0
          while position &+ 1 < keys.count {
            even[Int(truncatingIfNeeded: keys[position])] &+= 1
            odd[Int(truncatingIfNeeded: keys[position &+ 1])] &+= 1
            position &+= 2
          }
          if position < keys.count { even[Int(truncatingIfNeeded: keys[position])] &+= 1 }
        }
      }
    }
    for index in even.indices { even[index] += odd[index] }
    return even
  }

  /// The value of each respondent's cell, 0 where the cell is not among those given.
  func spread<Code>(
    _ values: [Double], of cells: [RakingCell], to columns: [[Code]]
  ) throws(RakingRefusal) -> [Double]
  where Code: FixedWidthInteger & UnsignedInteger {
    let combinations = try check(columns)
    let entries = zip(cells, values).map { (key($0.categories), $1) }
    if combinations > Self.largestTable {
      let table = Dictionary(entries) { first, _ in first }
      var result: [Double] = []
      result.reserveCapacity(columns[0].count)
      try forEachBlock(columns) { (keys: UnsafeBufferPointer<UInt64>) in
        for key in keys { result.append(table[Int(key)] ?? 0) }
      }
      return result
    }
    var table = [Double](repeating: 0, count: combinations)
    for (key, value) in entries { table[key] = value }
    return combinations <= Self.largestShortTable
      ? try spread(table, to: columns, UInt16.self) : try spread(table, to: columns, UInt64.self)
  }

  private func spread<Code, Key>(
    _ table: [Double], to columns: [[Code]], _: Key.Type
  ) throws(RakingRefusal) -> [Double]
  where
    Code: FixedWidthInteger & UnsignedInteger, Key: FixedWidthInteger & UnsignedInteger
  {
    var result = [Double](repeating: 0, count: columns[0].count)
    var start = 0
    try forEachBlock(columns) { (keys: UnsafeBufferPointer<Key>) in
      result.withUnsafeMutableBufferPointer { result in
        table.withUnsafeBufferPointer { table in
          for position in keys.indices {
            result[start &+ position] = table[Int(truncatingIfNeeded: keys[position])]
          }
        }
      }
      start += keys.count
    }
    return result
  }

  /// The number of respondents of each combination given who fulfil a condition.
  func tally<Code>(
    _ cells: [RakingCell], _ columns: [[Code]], where condition: [Bool]
  ) throws(RakingRefusal) -> [Int]
  where Code: FixedWidthInteger & UnsignedInteger {
    _ = try check(columns)
    guard condition.count == columns[0].count else { throw RakingRefusal(.columnsDiffer) }
    var position = 0
    var table: [Int: Int] = [:]
    try forEachBlock(columns) { (keys: UnsafeBufferPointer<UInt64>) in
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
  ///
  /// The combinations must be few enough for the type of the numbers.
  private func forEachBlock<Code, Key>(
    _ columns: [[Code]], _ body: (UnsafeBufferPointer<Key>) -> Void
  ) throws(RakingRefusal)
  where
    Code: FixedWidthInteger & UnsignedInteger, Key: FixedWidthInteger & UnsignedInteger
  {
    let count = columns[0].count
    var keys = [Key](repeating: 0, count: min(count, Self.blockSize))
    for start in stride(from: 0, to: count, by: Self.blockSize) {
      let block = start..<min(count, start + Self.blockSize)
      for (variable, column) in columns.enumerated() {
        let base = bases[variable]
        let largest = column.withUnsafeBufferPointer { codes in
          keys.withUnsafeMutableBufferPointer { keys in
            // The first digit is multiplied by nothing, since there is no number yet.
            Self.append(
              UnsafeBufferPointer(rebasing: codes[block]), to: keys,
              base: variable == 0 ? 0 : Key(truncatingIfNeeded: base))
          }
        }
        if Int(largest) >= base {
          throw unknownCode(variable, column[block].firstIndex { Int($0) >= base } ?? start)
        }
      }
      keys.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<block.count])) }
    }
  }

  /// Appends a digit to each number, and gives the largest digit met.
  private static func append<Code, Key>(
    _ codes: UnsafeBufferPointer<Code>, to keys: UnsafeMutableBufferPointer<Key>, base: Key
  ) -> Code
  where
    Code: FixedWidthInteger & UnsignedInteger, Key: FixedWidthInteger & UnsignedInteger
  {
    var largest = Code.zero
    for position in codes.indices {
      let code = codes[position]
      largest = max(largest, code)
      keys[position] = keys[position] &* base &+ Key(truncatingIfNeeded: code)
    }
    return largest
  }

  private func cells(sorted keys: [UInt64]) -> [RakingCell] {
    var result: [RakingCell] = []
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end] == keys[start] { end += 1 }
      result.append(RakingCell(categories(Int(keys[start])), count: end - start))
      start = end
    }
    return result
  }
}
