import Annex
import DialogueModel

/// A reader who wants to know small counts (*angripare*): knows what is published, the method and
/// the dialogue itself, and solves everything together.
///
/// It reads the tables by what they print, and uses neither the program's sums nor its solver.
struct Attacker {
  /// What the dialogue's own pages tell.
  struct Common {
    var dialogue: Dialogue
    /// The channel of each kind of source, by the words of its row in table 3.
    var channelOfSource: [String: String] = [:]
    /// The background questions whose groups are all there are, as `channel/dimension`.
    var partitions: Set<String> = []
    /// The reference figures and the question of each group, by the key of its count: they are no
    /// secret.
    var references: [String: (count: GroupCount, unknown: String)] = [:]
    /// The limits of the classes.
    var rule = RepresentationRule()

    init(_ content: AnnexContent) {
      dialogue = content.dialogue
      rule = content.rule
      for source in content.sources {
        channelOfSource["\(source.label) (\(source.profile))"] = source.channel
      }
      for coverage in content.coverage {
        for dimension in coverage.dimensions {
          if dimension.isPartition { partitions.insert("\(coverage.channel)/\(dimension.id)") }
          for group in dimension.groups where group.assessment.count.referenceCount != nil {
            let key = FigureKey.group(coverage.channel, dimension.id, group.id, "members")
            references[key] = (
              group.assessment.count, FigureKey.unknown(coverage.channel, dimension.id)
            )
          }
        }
      }
    }
  }

  /// What is left for a number.
  struct Range: Equatable {
    var least: Double
    var most: Double

    var width: Double { most - least }
  }

  struct Condition {
    var terms: [String: Double]
    var least: Double
    var most: Double
  }

  var conditions: [Condition] = []
  /// The classes that are shown, by edition.
  private(set) var classes: [String: [ShownClass]] = [:]
  private(set) var common: Common?
  /// What each hidden count can be before any sum.
  var hidden: [String: Range] = [:]
  private(set) var known: [String: Double] = [:]
  /// Counts that one place shows and another hides, and derived numbers beside hidden counts.
  private(set) var found: [String] = []

  /// Takes in a document; the counts of several editions have names of their own.
  mutating func read(_ document: AnnexDocument, _ common: Common, edition: String = "") {
    var reading = Reading(document, common)
    reading.readAll()
    found += reading.found
    classes[edition] = reading.classes
    self.common = common
    for (key, value) in reading.known { known[edition + key] = value }
    for (key, range) in reading.hidden { hidden[edition + key] = range }
    for condition in reading.conditions {
      var named = Condition(terms: [:], least: condition.least, most: condition.most)
      for (key, factor) in condition.terms { named.terms[edition + key, default: 0] += factor }
      add(named)
    }
  }

  /// Adds a condition, without what is known.
  mutating func add(_ condition: Condition) {
    var rest = condition
    for (key, factor) in condition.terms {
      guard let value = known[key] else {
        // A count that stands nowhere and is not hidden is no unknown of the reader's.
        if hidden[key] == nil { return }
        continue
      }
      rest.terms[key] = nil
      rest.least -= factor * value
      rest.most -= factor * value
    }
    if !rest.terms.isEmpty { conditions.append(rest) }
  }

  /// Adds that one number is at least another, with what lies between if it is known.
  mutating func add(_ key: String, isAtLeast other: String) {
    add(Condition(terms: [key: 1, other: -1], least: 0, most: .infinity))
  }

  /// What all conditions together leave for sums of counts.
  func ranges(_ goals: [[String: Double]]) -> [Range] {
    goals.map { goal in
      var terms = goal
      var offset = 0.0
      for (key, factor) in goal {
        if let value = known[key] {
          offset += factor * value
          terms[key] = nil
        }
      }
      guard !terms.isEmpty else { return Range(least: offset, most: offset) }
      let range = range(of: terms)
      return Range(least: range.least + offset, most: range.most + offset)
    }
  }

  private var groups: [(keys: [String: Int], conditions: [Condition])] = []
  private var programs: [LinearProgram] = []
  private var groupOf: [String: Int] = [:]

  /// Divides the unknowns into those that hang together and makes a program for each.
  mutating func solve(joining goals: [[String: Double]] = []) {
    (groups, programs, groupOf) = ([], [], [:])
    var parent: [String: String] = [:]
    func root(_ key: String) -> String {
      var key = key
      while let next = parent[key], next != key { key = next }
      return key
    }
    for key in hidden.keys where known[key] == nil { parent[key] = key }
    let links =
      conditions.map { Array($0.terms.keys) } + goals.map { $0.keys.filter { known[$0] == nil } }
    for keys in links {
      for key in keys.dropFirst() { parent[root(key)] = root(keys[0]) }
    }
    var members: [String: [String]] = [:]
    for key in parent.keys.sorted() { members[root(key), default: []].append(key) }
    var own: [String: [Condition]] = [:]
    for condition in conditions {
      if let key = condition.terms.keys.first { own[root(key), default: []].append(condition) }
    }
    for (start, keys) in members.sorted(by: { $0.key < $1.key }) {
      let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
      for key in keys { groupOf[key] = groups.count }
      groups.append((places, own[start] ?? []))
      programs.append(program(places, own[start] ?? []))
    }
  }

  private func program(_ places: [String: Int], _ conditions: [Condition]) -> LinearProgram {
    // The unknowns are counted from their least value.
    var rows = conditions.map { condition in
      var row = LinearProgram.Condition(terms: [:], least: condition.least, most: condition.most)
      for (key, factor) in condition.terms {
        row.terms[places[key, default: 0]] = factor
        row.least -= factor * least(key)
        row.most -= factor * least(key)
      }
      return row
    }
    for (key, place) in places {
      guard let range = hidden[key], range.most < .infinity else { continue }
      rows.append(.init(terms: [place: 1], least: -.infinity, most: range.width))
    }
    return LinearProgram(count: places.count, conditions: rows)
  }

  private func least(_ key: String) -> Double { hidden[key]?.least ?? 0 }

  /// Whether the conditions contradict each other, which would be an error of the attacker's.
  var isContradicted: Bool { programs.contains { !$0.isFeasible } }

  private func range(of terms: [String: Double]) -> Range {
    guard let group = terms.keys.first.flatMap({ groupOf[$0] }) else {
      return Range(least: -.infinity, most: .infinity)
    }
    var program = programs[group]
    var goal: [Int: Double] = [:]
    var offset = 0.0
    for (key, factor) in terms {
      goal[groups[group].keys[key, default: 0]] = factor
      offset += factor * least(key)
    }
    // Counts are whole.
    return Range(
      least: (program.least(goal) + offset - 1e-6).rounded(.up),
      most: (program.most(goal) + offset + 1e-6).rounded(.down))
  }
}
