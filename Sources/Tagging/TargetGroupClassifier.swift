import DialogueModel

/// Sorts declared background answers into the groups of one dimension (*målgrupper*).
///
/// Only what people have declared counts; nothing is inferred from a name or a text. Answers are
/// compared without case and outer blanks; whole numbers, such as an age, also by range. Each
/// distinct answer is resolved once.
public struct TargetGroupClassifier {
  /// What an answer says.
  public enum Answer: Sendable, Equatable {
    /// It puts the person in the group with this number, from 1.
    case group(UInt8)
    /// The person did not say.
    case notSaid
    /// No group knows the answer. It counts as not said, and somebody should be told.
    case unknown
  }

  private let byAnswer: [String: UInt8]
  private let notSaid: Set<String>
  private let ranges: [(range: ClosedRange<Int>, group: UInt8)]
  // The answers seen, by their bytes; distinct answers are few, and the table is emptied should
  // a free-text column have been mapped as background by mistake.
  private var seen: [[UInt8]: Answer] = [:]
  private static let largestTable = 4096
  // The answers met last, each at the place that its bytes give: no allocation for those.
  private var recent: [(bytes: [UInt8], answer: Answer)] =
    Array(repeating: ([], .notSaid), count: 256)

  /// Makes a classifier for a dimension of at most 254 groups.
  public init(_ dimension: TargetGroupDimension) {
    var answers: [String: UInt8] = [:]
    var ranges: [(ClosedRange<Int>, UInt8)] = []
    for (index, group) in dimension.groups.prefix(254).enumerated() {
      let number = UInt8(index + 1)
      for answer in group.answers + [group.id, group.label] {
        let folded = Self.fold(answer)
        if answers[folded] == nil { answers[folded] = number }
      }
      if let range = group.range { ranges.append((range, number)) }
    }
    byAnswer = answers
    notSaid = Set(dimension.unknownAnswers.map(Self.fold))
    self.ranges = ranges
  }

  /// What an answer says, as UTF-8 bytes.
  public mutating func classify(_ bytes: UnsafeBufferPointer<UInt8>) -> Answer {
    if bytes.isEmpty { return .notSaid }
    let place = Self.place(of: bytes)
    if bytes.elementsEqual(recent[place].bytes) { return recent[place].answer }
    let key = Array(bytes)
    let answer: Answer
    if let known = seen[key] {
      answer = known
    } else {
      answer = resolve(String(decoding: key, as: UTF8.self))
      if seen.count >= Self.largestTable { seen.removeAll(keepingCapacity: true) }
      seen[key] = answer
    }
    recent[place] = (key, answer)
    return answer
  }

  private static func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int((hash ^ hash >> 16) & 0xFF)
  }

  private func resolve(_ text: String) -> Answer {
    let folded = Self.fold(text)
    if folded.isEmpty || notSaid.contains(folded) { return .notSaid }
    if let group = byAnswer[folded] { return .group(group) }
    if let number = Int(folded), let match = ranges.first(where: { $0.range ~= number }) {
      return .group(match.group)
    }
    return .unknown
  }

  private static func fold(_ text: String) -> String {
    // En and em dashes are written as hyphens by some tools, and no-break blanks as blanks.
    String(
      text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .map { "–—‑".contains($0) ? "-" : $0 })
  }
}
