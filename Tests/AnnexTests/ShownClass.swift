import Annex
import DialogueModel
import Representation

/// A class as it stands in a table, with the keys of the counts that it is made of.
struct ShownClass {
  var members: String
  var unknown: String
  var persons: String
  var classification: RepresentationClass
  var reason: RepresentationReason?
}

extension Attacker {
  /// Solves, and tries every hidden number that a class is made of with the real rule: those with
  /// which the class would be another are ruled out.
  mutating func solveWithClasses(joining goals: [[String: Double]] = []) {
    for _ in 0..<4 {
      solve(joining: goals)
      guard !isContradicted else { return }
      var isNarrower = false
      for (edition, shown) in classes.sorted(by: { $0.key < $1.key }) {
        for shown in shown where narrow(shown, edition) { isNarrower = true }
      }
      guard isNarrower else { return }
    }
    solve(joining: goals)
  }

  /// The values that are tried: all up to some, and a few far away where no end is known.
  private func tries(_ key: String) -> [Int] {
    if let value = known[key] { return [Int(value)] }
    let range = ranges([[key: 1]])[0]
    guard range.least <= range.most else { return [] }
    let least = Int(range.least)
    guard range.most > range.least + 60 else { return Array(least...Int(range.most)) }
    return Array(least...(least + 60))
      + [100, 200, 400, 800].map { least + $0 }.filter { Double($0) < range.most }
  }

  private mutating func narrow(_ shown: ShownClass, _ edition: String) -> Bool {
    let keys = [shown.members, shown.unknown, shown.persons].map { edition + $0 }
    guard keys.contains(where: { known[$0] == nil }), let common,
      let reference = common.references[shown.members]?.count
    else { return false }
    let tries = keys.map(tries)
    guard tries.reduce(1, { $0 * $1.count }) <= 700 else { return false }
    var possible: [Set<Int>] = [[], [], []]
    for persons in tries[2] {
      for unknown in tries[1] where unknown <= persons {
        for members in tries[0] where members <= persons - unknown {
          var count = reference
          count.members = members
          count.known = persons - unknown
          count.unknown = unknown
          if isPossible(count, shown, edition, persons: persons) {
            possible[0].insert(members)
            possible[1].insert(unknown)
            possible[2].insert(persons)
          }
        }
      }
    }
    var isNarrower = false
    for (place, key) in keys.enumerated() where known[key] == nil {
      guard let least = possible[place].min(), let most = possible[place].max(),
        var range = hidden[key]
      else { continue }
      let before = ranges([[key: 1]])[0]
      // What lies between the far values is not tried, so it is not ruled out.
      let after = tries[place].first { $0 > most }
      if Double(least) > before.least { range.least = max(range.least, Double(least)) }
      if let after, Double(after) <= before.most { range.most = min(range.most, Double(after - 1)) }
      if Double(least) > before.least || after != nil {
        hidden[key] = range
        // Bounds of the unknown are conditions too, whatever a program begins from.
        add(Condition(terms: [key: 1], least: range.least, most: range.most))
        isNarrower = true
      }
    }
    return isNarrower
  }

  /// Whether the class would be shown for the counts, if the other groups are what is known of
  /// them and the rest has the smallest or the largest chance.
  private func isPossible(
    _ count: GroupCount, _ shown: ShownClass, _ edition: String, persons: Int
  ) -> Bool {
    guard let common else { return true }
    var others: [GroupCount] = []
    var unsure = 0
    for (key, reference) in common.references.sorted(by: { $0.key < $1.key })
    where key != shown.members {
      let unknown =
        reference.unknown == shown.unknown
        ? Double(count.unknown) : known[edition + reference.unknown]
      guard let members = known[edition + key], let unknown else {
        unsure += 1
        continue
      }
      var other = reference.count
      other.id = key
      other.members = Int(members)
      other.known = persons - Int(unknown)
      other.unknown = Int(unknown)
      others.append(other)
    }
    var count = count
    count.id = "goal"
    // None of a hundred where half is expected, and half of them: chances of 0 and 1.
    return [0, 50].contains { members in
      let rest = (0..<unsure).map {
        GroupCount(
          id: "rest \($0)", members: members, known: 100, unknown: 0, referenceCount: 5000,
          referenceTotal: 10_000)
      }
      let found = RepresentationAssessor(rule: common.rule).assess([count] + others + rest)[0]
      return found.classification == shown.classification && found.reason == shown.reason
    }
  }
}
