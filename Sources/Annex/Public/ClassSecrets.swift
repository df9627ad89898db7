import DialogueModel
import Representation

/// What the classes of a document tell of the counts that are hidden in it.
///
/// A count that is said to be small can be any small one; of one that is hidden for another's sake,
/// or of which nothing is said, any number is possible. Where the unknown or all persons are hidden,
/// nobody knows how many answered either, and then only a class that needs no count may be shown.
struct ClassSecrets {
  /// What is told, by the key of the group's count.
  private(set) var telling: [String: ComparisonTelling] = [:]

  init(hidden: [String: Measure.Hiding], in document: AnnexDocument) {
    var comparisons: [Comparison] = []
    var seen: Set<String> = []
    let map = DocumentMap(comparison: {
      if seen.insert($0.key).inserted { comparisons.append($0) }
      return $0
    })
    document.forEachBlock { _, block in _ = map.apply(block) }
    guard let rule = document.rule, comparisons.allSatisfy({ $0.count != nil }) else {
      // Without the method's figures nothing is known to be safe.
      for comparison in comparisons {
        let isShown =
          comparison.reason == .noReference
          || !comparison.basis.contains { hidden[$0] != nil }
        telling[comparison.key] = isShown ? .nothing : .classification
      }
      return
    }
    let sensitive = Set(document.printedMeasures.filter(\.isSensitive).map(\.key))
    // How many answered with one of a pair is the sum of the two, so each rests on both.
    let paired = Set(comparisons.flatMap { one in one.mirrorOf.map { [one.key, $0] } ?? [] })
    let rooms = comparisons.compactMap { comparison -> GroupRoom? in
      guard var count = comparison.count else { return nil }
      count.id = comparison.key
      let others = comparison.basis.filter {
        $0 != comparison.key || paired.contains(comparison.key)
      }
      return GroupRoom(
        count,
        members: Self.members(
          count, hidden[comparison.key],
          sensitive.contains(comparison.key)
            ? 0...(document.smallestSensitiveCount - 1) : 1...max(1, document.smallestCount - 1)),
        knowsAnswers: !others.contains { hidden[$0] != nil })
    }
    var mirrors: [String: String] = [:]
    for comparison in comparisons { mirrors[comparison.key] = comparison.mirrorOf }
    let assessor = RepresentationAssessor(
      rule: rule, mirrors: mirrors, referenceNoise: rule.referenceNoise ?? 0)
    for (comparison, told) in zip(comparisons, assessor.telling(rooms)) {
      telling[comparison.key] = told
    }
  }

  /// The members that a reader thinks possible, before any sum.
  private static func members(
    _ count: GroupCount, _ hiding: Measure.Hiding?, _ small: ClosedRange<Int>
  ) -> ClosedRange<Int>? {
    switch hiding {
    case nil: count.members...count.members
    case .small?:
      // One that an earlier version showed may lie outside.
      min(
        small.lowerBound, count.members)...max(
          min(small.upperBound, count.known), count.members)
    case .complementary?, .derived?, .withheld?: nil
    }
  }
}
