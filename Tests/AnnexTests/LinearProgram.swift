/// Finds the least and the most that linear conditions leave for a number: the two-phase simplex
/// method over doubles with Bland's rule, written for the tests and unlike the program's own.
struct LinearProgram {
  struct Condition {
    var terms: [Int: Double]
    var least: Double
    var most: Double
  }

  private static let smallest = 1e-7
  private let count: Int
  private let columns: Int
  private var table: [[Double]] = []
  private var basis: [Int] = []
  /// Whether any numbers fit the conditions at all.
  let isFeasible: Bool

  /// - Parameters:
  ///   - count: The number of unknowns; each is at least 0.
  ///   - conditions: The conditions, with ends that may be infinite.
  init(count: Int, conditions: [Condition]) {
    var rows: [(terms: [Int: Double], slack: Double, right: Double)] = []
    for condition in conditions {
      if condition.least == condition.most {
        rows.append((condition.terms, 0, condition.most))
      } else {
        if condition.most < .infinity { rows.append((condition.terms, 1, condition.most)) }
        if condition.least > -.infinity { rows.append((condition.terms, -1, condition.least)) }
      }
    }
    self.count = count
    let slacks = rows.count { $0.slack != 0 }
    columns = count + slacks
    let width = columns + rows.count + 1
    var slack = count
    for (number, row) in rows.enumerated() {
      var line = Array(repeating: 0.0, count: width)
      for (place, factor) in row.terms { line[place] = factor }
      if row.slack != 0 {
        line[slack] = row.slack
        slack += 1
      }
      line[width - 1] = row.right
      if row.right < 0 { line = line.map { -$0 } }
      line[columns + number] = 1
      table.append(line)
      basis.append(columns + number)
    }
    var artificial = Array(repeating: 0.0, count: width)
    for place in columns..<(columns + rows.count) { artificial[place] = -1 }
    let rest = Self.climb(artificial, &table, &basis, columns: columns) ?? 0
    isFeasible = rest > -1e-6
    // An artificial number that stayed at zero must not come back.
    for row in basis.indices where basis[row] >= columns {
      if let place = (0..<columns).first(where: { abs(table[row][$0]) > Self.smallest }) {
        Self.pivot(row, place, &table)
        basis[row] = place
      }
    }
    for row in table.indices {
      for place in columns..<(width - 1) { table[row][place] = 0 }
    }
  }

  /// The most that a sum of unknowns can be; infinite where nothing bounds it.
  mutating func most(_ terms: [Int: Double]) -> Double {
    var goal = Array(repeating: 0.0, count: (table.first?.count ?? columns + 1))
    for (place, factor) in terms { goal[place] = factor }
    return Self.climb(goal, &table, &basis, columns: columns) ?? .infinity
  }

  mutating func least(_ terms: [Int: Double]) -> Double { -most(terms.mapValues { -$0 }) }

  private static func climb(
    _ goal: [Double], _ table: inout [[Double]], _ basis: inout [Int], columns: Int
  ) -> Double? {
    let width = goal.count
    // What each unknown outside the basis would add.
    var gain = goal
    for (row, place) in basis.enumerated() where goal[place] != 0 {
      for column in 0..<width where table[row][column] != 0 {
        gain[column] -= goal[place] * table[row][column]
      }
    }
    while let entering = (0..<columns).first(where: { gain[$0] > smallest }) {
      var leaving: Int?
      var best = Double.infinity
      for row in table.indices where table[row][entering] > smallest {
        let ratio = table[row][width - 1] / table[row][entering]
        if ratio < best - 1e-9 || (ratio < best + 1e-9 && basis[row] < basis[leaving ?? row]) {
          best = min(best, ratio)
          leaving = row
        }
      }
      guard let leaving else { return nil }
      pivot(leaving, entering, &table)
      basis[leaving] = entering
      let factor = gain[entering]
      for column in 0..<width where table[leaving][column] != 0 {
        gain[column] -= factor * table[leaving][column]
      }
      gain[entering] = 0
    }
    return -gain[width - 1]
  }

  private static func pivot(_ row: Int, _ place: Int, _ table: inout [[Double]]) {
    let scale = table[row][place]
    let used = table[row].indices.filter { table[row][$0] != 0 }
    for column in used { table[row][column] /= scale }
    let line = table[row]
    for other in table.indices where other != row && table[other][place] != 0 {
      let factor = table[other][place]
      for column in used { table[other][column] -= factor * line[column] }
      table[other][place] = 0
    }
  }
}
