/// How a refined text came from its original: the edits in order, equal bytes between them.
///
/// With it a quotation in the refined text leads back to the bytes that the participant sent.
/// An empty list says that the two are equal byte for byte.
public struct EditList: Sendable, Equatable {
  /// The edits, in the order of both texts; they do not overlap.
  public private(set) var edits: [TextEdit] = []

  /// Makes an empty list.
  public init() {}

  /// Makes a list of edits that are in order and do not overlap.
  public init(_ edits: [TextEdit]) { self.edits = edits }

  /// Whether the two texts are equal.
  public var isEmpty: Bool { edits.isEmpty }

  /// The bytes of the original that a span of the refined text came from.
  ///
  /// A span that cuts an edit, such as one half of a replacement, gets the whole of what was
  /// replaced. Characters that were removed just before or just after the span are left out.
  public func originalRange(of refined: Range<Int>) -> Range<Int> {
    let before = edits.partitionIndex { Int($0.refinedEnd) > refined.lowerBound }
    var start = refined.lowerBound
    if before > 0 {
      start += Int(edits[before - 1].originalEnd) - Int(edits[before - 1].refinedEnd)
    }
    if before < edits.count, Int(edits[before].refinedStart) < refined.lowerBound {
      start = Int(edits[before].originalStart)
    }
    if refined.isEmpty { return start..<start }
    let after = edits.partitionIndex { Int($0.refinedStart) >= refined.upperBound }
    var end = refined.upperBound
    if after > 0 {
      let last = edits[after - 1]
      end =
        Int(last.refinedEnd) > refined.upperBound
        ? Int(last.originalEnd) : end + Int(last.originalEnd) - Int(last.refinedEnd)
    }
    return start..<max(start, end)
  }

  /// Adds an edit after all others.
  mutating func append(original: Range<Int>, refined: Range<Int>) {
    edits.append(TextEdit(original: original, refined: refined))
  }

  mutating func append(_ edit: TextEdit) { edits.append(edit) }

  mutating func removeLast() { edits.removeLast() }

  mutating func removeAll() {
    if !edits.isEmpty { edits.removeAll(keepingCapacity: true) }
  }
}

extension [TextEdit] {
  /// The first index whose edit satisfies `belongsToSecond`, which holds for all after it.
  fileprivate func partitionIndex(_ belongsToSecond: (TextEdit) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
