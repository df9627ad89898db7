import Annex
import DialogueModel

/// Whether an attacker comes too near to a small count.
///
/// The attacker sees what is published; the verdict knows the truth, which says what there was to
/// protect.
struct Verdict {
  /// What the attacker won, in words.
  private(set) var losses: [String] = []
  /// The number of small counts that were attacked.
  private(set) var attacked = 0

  private let truth: [String: Int]
  private let limits: [String: (limit: Int, least: Int)]

  private init(_ internalDocument: AnnexDocument) {
    var truth: [String: Int] = [:]
    var limits: [String: (limit: Int, least: Int)] = [:]
    let persons = internalDocument.measures.first { $0.key == FigureKey.channel("enkat") }?
      .value?.wholeNumber
    for measure in internalDocument.measures where measure.unit.isProtected {
      guard let value = measure.value?.wholeNumber else { continue }
      // Where nobody answered, none of a sensitive group is no fact about anyone.
      if measure.isSensitive, persons == 0 { continue }
      truth[measure.key] = value
      limits[measure.key] =
        measure.isSensitive
        ? (internalDocument.smallestSensitiveCount, 0) : (internalDocument.smallestCount, 1)
    }
    self.truth = truth
    self.limits = limits
  }

  private func isSmall(_ key: String) -> Bool {
    guard let value = truth[key], let (limit, least) = limits[key] else { return false }
    return (least..<limit).contains(value)
  }

  /// Attacks one document.
  static func on(
    _ document: AnnexDocument, truth: AnnexDocument, _ common: Attacker.Common
  ) -> Verdict {
    var verdict = Verdict(truth)
    var attacker = Attacker()
    attacker.read(document, common)
    attacker.solveWithClasses()
    verdict.judge(attacker, edition: "")
    return verdict
  }

  /// Attacks two versions together: each, and how much every count has changed.
  static func on(
    _ new: AnnexDocument, truth: AnnexDocument, after old: AnnexDocument,
    truth oldTruth: AnnexDocument, _ common: Attacker.Common
  ) -> Verdict {
    var verdict = Verdict(truth)
    let before = Verdict(oldTruth)
    var attacker = Attacker()
    attacker.read(new, common, edition: "new ")
    attacker.read(old, common, edition: "old ")
    var changes: [(key: String, goal: [String: Double], limit: Int)] = []
    for (key, now) in verdict.truth {
      guard let then = before.truth[key], let (limit, least) = verdict.limits[key] else { continue }
      // The reader is taken to know that nobody is taken away.
      if now >= then { attacker.add("new " + key, isAtLeast: "old " + key) }
      let isPublished = attacker.sees("new " + key) && attacker.sees("old " + key)
      guard isPublished, now != then, abs(now - then) < limit, least >= 0 else { continue }
      changes.append((key, ["new " + key: 1, "old " + key: -1], limit))
    }
    attacker.solveWithClasses(joining: changes.map(\.goal))
    verdict.judge(attacker, edition: "new ")
    var beforeLosses = before
    beforeLosses.judge(attacker, edition: "old ")
    verdict.losses += beforeLosses.losses.map { "earlier " + $0 }
    verdict.attacked += beforeLosses.attacked
    for (change, range) in zip(changes, attacker.ranges(changes.map(\.goal))) {
      verdict.attacked += 1
      if range.width < Double(change.limit / 2) {
        verdict.losses.append("change of \(change.key): \(range.least) to \(range.most)")
      }
    }
    return verdict
  }

  private mutating func judge(_ attacker: Attacker, edition: String) {
    losses += attacker.found.map { "\($0) is shown" }
    if attacker.isContradicted { losses.append("the attacker contradicts itself") }
    for (key, value) in attacker.known where key.hasPrefix(edition) {
      let name = String(key.dropFirst(edition.count))
      if isSmall(name) { losses.append("\(name) is shown as \(value)") }
    }
    let small = attacker.hidden.keys.filter {
      $0.hasPrefix(edition) && isSmall(String($0.dropFirst(edition.count)))
    }.sorted()
    for (key, range) in zip(small, attacker.ranges(small.map { [$0: 1] })) {
      let name = String(key.dropFirst(edition.count))
      guard let (limit, least) = limits[name], let count = truth[name] else { continue }
      attacked += 1
      let value = Double(count)
      if range.least > value || range.most < value { losses.append("\(key) is missed: \(range)") }
      if range.width < Double(min(limit / 2, limit - 1 - least)) {
        losses.append("\(key): \(range.least) to \(range.most)")
      }
    }
    judgeSums(attacker, edition)
  }

  /// Small counts that stand in one sum are together a small count.
  private mutating func judgeSums(_ attacker: Attacker, _ edition: String) {
    var sums: Set<[String]> = []
    for condition in attacker.conditions where condition.least == condition.most {
      let parts = condition.terms.filter { $0.value == -1 && $0.key.hasPrefix(edition) }.keys
        .filter { isSmall(String($0.dropFirst(edition.count))) }
      if parts.count > 1 { sums.insert(parts.sorted()) }
    }
    for parts in sums.sorted(by: { $0[0] < $1[0] }) {
      let names = parts.map { String($0.dropFirst(edition.count)) }
      let value = names.reduce(0) { $0 + (truth[$1] ?? 0) }
      guard let limit = limits[names[0]]?.limit, value > 0, value < limit else { continue }
      let goal = Dictionary(uniqueKeysWithValues: parts.map { ($0, 1.0) })
      let range = attacker.ranges([goal])[0]
      if range.width < Double(limit / 2) {
        losses.append("\(parts) together: \(range.least) to \(range.most)")
      }
    }
  }
}

extension Attacker {
  /// Whether a count has a place in what was read.
  func sees(_ key: String) -> Bool { known[key] != nil || hidden[key] != nil }
}
