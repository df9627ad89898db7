import DialogueModel

/// The answers that target groups know, so that a column of declared answers can be recognised.
///
/// This looks at whole columns and proposes a role. It says nothing of any person: which group
/// somebody belongs to is only ever taken from an answer, in a column that a person has mapped.
struct AnswerIndex: Sendable {
  private var dimensionsOfAnswer: [String: Set<String>] = [:]
  private var unknown: Set<String> = []

  init(_ dimensions: [TargetGroupDimension]) {
    for dimension in dimensions {
      for group in dimension.groups {
        for answer in group.answers {
          dimensionsOfAnswer[Self.fold(answer), default: []].insert(dimension.id)
        }
      }
      unknown.formUnion(dimension.unknownAnswers.map(Self.fold))
    }
  }

  var isEmpty: Bool { dimensionsOfAnswer.isEmpty }

  /// What the different values of one column are to the target groups.
  struct Tally: Equatable {
    /// The number of values that are answers of a dimension, by dimension.
    var known: [String: Int] = [:]
    /// The number of values that mean "not said".
    var unsaid = 0

    /// The dimension whose answers all values but one at the most are, if it is the only one.
    func dimension(of count: Int) -> String? {
      // "Yes" and "no" are answers of several dimensions, and so tell none.
      let fitting = known.filter { $0.value >= 2 && $0.value + unsaid + 1 >= count }
      return fitting.count == 1 ? fitting.keys.first : nil
    }
  }

  func note(_ value: UnsafeBufferPointer<UInt8>, in tally: inout Tally) {
    let folded = Self.fold(String(decoding: value, as: UTF8.self))
    if unknown.contains(folded) {
      tally.unsaid += 1
    } else {
      for dimension in dimensionsOfAnswer[folded] ?? [] { tally.known[dimension, default: 0] += 1 }
    }
  }

  private static func fold(_ answer: String) -> String { HeaderMap.fold(answer) }
}
