/// Finds what has to be hidden so that no small count can be seen or computed.
///
/// A small count is 1 up to the limit; for sensitive dimensions 0 up to theirs. A hidden count
/// must not follow from the sums that the reader sees. The reader is taken to know the method:
/// that a small count lies below the limit and that a count hidden for another's sake does not.
///
/// Two attacks are tried after each step. The first narrows the bounds of what is hidden along
/// every sum: a small count that is left with fewer than three possible values is exposed, and so
/// are small counts whose sum is itself below the limit. The second solves all sums together as
/// linear equations, which finds what follows only from several tables. An exposed count gets
/// company from a sum that it stands in: the count that costs the reader least, which is the one
/// that little else is computed from and then the smallest, and the sum itself last. In the end,
/// company that is not needed is shown again.
struct SmallCountSuppression {
  private static let unbounded = 1 << 40
  /// The number of hidden counts above which nothing is shown again, since it takes too long.
  private static let largestClearing = 250

  private struct Variable {
    let key: String
    let value: Int
    let limit: Int
    let isSensitive: Bool
    let dependents: Int
    var isHidden: Bool
    let isSmall: Bool

    var low: Int { isHidden ? (isSmall ? (isSensitive ? 0 : 1) : limit) : value }
    var high: Int {
      isHidden ? (isSmall ? limit - 1 : SmallCountSuppression.unbounded) : value
    }
  }

  private struct Relation {
    let total: Int
    let parts: [Int]

    var all: [Int] { [total] + parts }
  }

  private let limit: Int
  private let sensitiveLimit: Int
  private var variables: [Variable] = []
  private var index: [String: Int] = [:]
  private var relations: [Relation] = []
  private var relationsOf: [[Int]] = []

  init(limit: Int, sensitiveLimit: Int) {
    self.limit = limit
    self.sensitiveLimit = sensitiveLimit
  }

  /// Adds a count; the same key may come again.
  ///
  /// `dependents` is how many computed numbers would
  /// be hidden together with it.
  mutating func add(_ key: String, _ value: Int, isSensitive: Bool, dependents: Int = 0) {
    guard index[key] == nil else { return }
    let limit = isSensitive ? sensitiveLimit : limit
    let isSmall = value < limit && (isSensitive || value > 0)
    index[key] = variables.count
    relationsOf.append([])
    variables.append(
      Variable(
        key: key, value: value, limit: limit, isSensitive: isSensitive, dependents: dependents,
        isHidden: isSmall, isSmall: isSmall))
  }

  /// Adds a sum that the reader knows.
  ///
  /// One with a count that stands nowhere tells nothing.
  mutating func relate(_ total: String, _ parts: [String]) {
    let known = parts.compactMap { index[$0] }
    guard let sum = index[total], known.count == parts.count, !known.isEmpty,
      known.reduce(0, { $0 + variables[$1].value }) == variables[sum].value
    else { return }
    let relation = Relation(total: sum, parts: known)
    for variable in Set(relation.all) { relationsOf[variable].append(relations.count) }
    relations.append(relation)
  }

  /// Why each hidden count is hidden.
  mutating func solve() -> [String: Measure.Hiding] {
    var hopeless: Set<Int> = []
    while true {
      let exposed = exposed().subtracting(hopeless)
      guard !exposed.isEmpty else { break }
      var touched: Set<Int> = []
      for variable in exposed.sorted() {
        // One more in each sum at a time: two exposed counts may need only one between them.
        guard touched.isDisjoint(with: relationsOf[variable]) else { continue }
        guard let next = company(for: variable) else {
          hopeless.insert(variable)
          continue
        }
        variables[next].isHidden = true
        touched.formUnion(relationsOf[next])
      }
    }
    showWhatNeedNotBeHidden(hopeless)
    var hidden: [String: Measure.Hiding] = [:]
    for variable in variables where variable.isHidden {
      hidden[variable.key] = variable.isSmall ? .small : .complementary
    }
    return hidden
  }

  /// Shows again what was hidden for another's sake and is no longer needed for it.
  ///
  /// What is left
  /// hidden cannot be had by subtraction either: showing it would then have changed nothing.
  private mutating func showWhatNeedNotBeHidden(_ hopeless: Set<Int>) {
    let company = variables.indices.filter { variables[$0].isHidden && !variables[$0].isSmall }
    guard variables.count(where: \.isHidden) <= Self.largestClearing else { return }
    let costliest = company.sorted {
      (variables[$1].dependents, variables[$1].value, $0)
        < (variables[$0].dependents, variables[$0].value, $1)
    }
    for variable in costliest {
      variables[variable].isHidden = false
      if !exposed().isSubset(of: hopeless) { variables[variable].isHidden = true }
    }
  }

  /// The count to hide beside an exposed one: from a sum that it stands in, or, when all of that
  /// is hidden already and follows from elsewhere, from the sums around it.
  private func company(for variable: Int) -> Int? {
    var seen: Set<Int> = [variable]
    var queue = [variable]
    var next = 0
    while next < queue.count {
      let around = relationsOf[queue[next]].sorted {
        (hiddenCount($0), $0) < (hiddenCount($1), $1)
      }.map { relations[$0] }
      for relation in around {
        if let found = company(in: relation, beside: queue[next]) { return found }
      }
      for other in around.flatMap(\.all) where variables[other].isHidden {
        if seen.insert(other).inserted { queue.append(other) }
      }
      next += 1
    }
    return nil
  }

  private func company(in relation: Relation, beside variable: Int) -> Int? {
    let parts = relation.parts.filter {
      $0 != variable && !variables[$0].isHidden && variables[$0].value > 0
    }
    // A count just above the limit is poor company: it leaves the small one little room.
    let best = parts.min {
      (poor($0), cost($0), variables[$0].value, $0)
        < (poor($1), cost($1), variables[$1].value, $1)
    }
    if let best { return best }
    let total = relation.total
    return total == variable || variables[total].isHidden ? nil : total
  }

  /// Whether much else is computed from a count: all shares rest on how many are unknown.
  private func cost(_ variable: Int) -> Int { variables[variable].dependents / 8 }

  private func poor(_ variable: Int) -> Int {
    variables[variable].value < variables[variable].limit + 2 ? 1 : 0
  }

  private func hiddenCount(_ relation: Int) -> Int {
    relations[relation].all.count { variables[$0].isHidden }
  }

  // MARK: Attacks

  /// The small counts that a reader can compute, or narrow down too far.
  private func exposed() -> Set<Int> {
    var (exposed, low, high) = solved()
    narrow(&low, &high)
    for (number, variable) in variables.enumerated() where variable.isHidden && variable.isSmall {
      let room = variable.high - variable.low
      if high[number] - low[number] < min(2, room) { exposed.insert(number) }
    }
    // What follows from the sums is as good as shown: it is no company for what is left.
    for relation in relations where low[relation.total] == high[relation.total] {
      let open = relation.parts.filter { low[$0] < high[$0] }
      guard let first = open.first, open.allSatisfy({ variables[$0].isSmall }) else { continue }
      let sum = open.reduce(0) { $0 + variables[$1].value }
      if sum > 0, sum < variables[first].limit { exposed.insert(first) }
    }
    return exposed
  }

  /// Narrows the bounds along every sum until nothing changes.
  private func narrow(_ low: inout [Int], _ high: inout [Int]) {
    let open = relations.filter { $0.all.contains { variables[$0].isHidden } }
    var changed = true
    var rounds = 0
    while changed, rounds < 200 {
      changed = false
      rounds += 1
      for relation in open {
        let lows = relation.parts.reduce(0) { $0 + low[$1] }
        let highs = relation.parts.reduce(0) { min(Self.unbounded, $0 + high[$1]) }
        var bounds = [(relation.total, lows, highs)]
        for part in relation.parts {
          let others = highs >= Self.unbounded ? Self.unbounded : highs - high[part]
          bounds.append(
            (part, low[relation.total] - others, high[relation.total] - (lows - low[part])))
        }
        for (variable, from, through) in bounds {
          if from > low[variable] {
            low[variable] = from
            changed = true
          }
          if through < high[variable] {
            high[variable] = through
            changed = true
          }
        }
      }
    }
  }

  /// Solves all sums together.
  ///
  /// Gives the small counts whose value, or whose sum below the limit,
  /// follows; and the bounds of everything, in which what follows has its value.
  private func solved() -> (exposed: Set<Int>, low: [Int], high: [Int]) {
    var low = variables.map(\.low)
    var high = variables.map(\.high)
    var exposed: Set<Int> = []
    for component in components() {
      let columns = component.variables
      for row in equations(component.relations, columns) {
        let used = columns.indices.filter { abs(row[$0]) > 1e-9 }
        guard let first = used.first else { continue }
        if used.count == 1 {
          low[columns[first]] = variables[columns[first]].value
          high[columns[first]] = variables[columns[first]].value
          if variables[columns[first]].isSmall { exposed.insert(columns[first]) }
        } else if used.allSatisfy({ variables[columns[$0]].isSmall && row[$0] > 0 }),
          row[columns.count] < Double(variables[columns[first]].limit) - 1e-9
        {
          exposed.insert(columns[first])
        }
      }
    }
    return (exposed, low, high)
  }

  /// The sums as equations in what is hidden, solved as far as they can be.
  private func equations(_ sums: [Int], _ columns: [Int]) -> [[Double]] {
    var column: [Int: Int] = [:]
    for (place, variable) in columns.enumerated() { column[variable] = place }
    var rows: [[Double]] = sums.map { relation in
      var row = Array(repeating: 0.0, count: columns.count + 1)
      let terms =
        relations[relation].parts.map { ($0, 1.0) } + [(relations[relation].total, -1.0)]
      for (variable, sign) in terms {
        if let place = column[variable] {
          row[place] += sign
        } else {
          row[columns.count] -= sign * Double(variables[variable].value)
        }
      }
      return row
    }
    reduce(&rows, width: columns.count)
    return rows
  }

  /// The sums that share hidden counts, with those counts.
  private func components() -> [(variables: [Int], relations: [Int])] {
    var seen: Set<Int> = []
    var components: [(variables: [Int], relations: [Int])] = []
    for start in variables.indices where variables[start].isHidden && !seen.contains(start) {
      var members = [start]
      var sums: Set<Int> = []
      seen.insert(start)
      var next = 0
      while next < members.count {
        for relation in relationsOf[members[next]] where sums.insert(relation).inserted {
          for variable in relations[relation].all
          where variables[variable].isHidden && seen.insert(variable).inserted {
            members.append(variable)
          }
        }
        next += 1
      }
      if !sums.isEmpty { components.append((members.sorted(), sums.sorted())) }
    }
    return components
  }

  /// Brings equations to reduced row echelon form.
  private func reduce(_ rows: inout [[Double]], width: Int) {
    var rank = 0
    for column in 0..<width {
      guard
        let pivot = (rank..<rows.count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > 1e-9
      else { continue }
      rows.swapAt(rank, pivot)
      let scale = rows[rank][column]
      for place in column...width { rows[rank][place] /= scale }
      for row in rows.indices where row != rank && abs(rows[row][column]) > 1e-9 {
        let factor = rows[row][column]
        for place in column...width { rows[row][place] -= factor * rows[rank][place] }
      }
      rank += 1
      if rank == rows.count { break }
    }
  }
}
