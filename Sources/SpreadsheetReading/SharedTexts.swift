// The table of texts that the cells of a workbook refer to: one buffer of bytes, and where each
// text ends in it.
//
// A text is at most three times as long as the XML it stands in, which need not be UTF-8, so room
// is asked for once, for all that the part could hold. The system gives the memory when it is
// written to, and nothing is ever moved.
final class SharedTexts {
  private let bytes: UnsafeMutablePointer<UInt8>
  private let ends: UnsafeMutablePointer<UInt32>
  private let byteCapacity: Int
  private let capacity: Int
  private(set) var count = 0
  private var byteCount = 0
  // Texts that are longer than a cell may be, and are not kept.
  private var tooLong: Set<Int> = []

  // The shortest text there can be, `<si/>`.
  private static let shortest = 5

  // Room for what a part of so many bytes can hold, up to the limits.
  init(partSize: Int, limits: SpreadsheetLimits) {
    byteCapacity = max(min(3 * partSize, limits.sharedBytes, Int(UInt32.max)), 1)
    capacity = max(min(partSize / Self.shortest + 1, limits.sharedTexts), 1)
    bytes = .allocate(capacity: byteCapacity)
    ends = .allocate(capacity: capacity)
  }

  deinit {
    bytes.deallocate()
    ends.deallocate()
  }

  private var openStart: Int { count == 0 ? 0 : Int(ends[count - 1]) }

  // Adds bytes to the text that is not closed yet; `false` when there is no room.
  func extend(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= byteCapacity - byteCount else { return false }
    guard let base = text.baseAddress else { return true }
    (bytes + byteCount).update(from: base, count: text.count)
    byteCount += text.count
    return true
  }

  // Closes a text; `false` when there is no room.
  func close(longest: Int) -> Bool {
    guard count < capacity else { return false }
    let start = openStart
    let open = UnsafeMutableBufferPointer(start: bytes + start, count: byteCount - start)
    byteCount = start + EscapedText.decode(open)
    if byteCount - start > longest {
      tooLong.insert(count)
      byteCount = start
    }
    ends[count] = UInt32(byteCount)
    count += 1
    return true
  }

  // How long a text is; `nil` when there is no such text, and `.max` when it is too long.
  @inline(__always)
  func length(_ index: Int) -> Int? {
    guard index >= 0, index < count else { return nil }
    if !tooLong.isEmpty && tooLong.contains(index) { return .max }
    return Int(ends[index]) - (index == 0 ? 0 : Int(ends[index - 1]))
  }

  @inline(__always)
  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(index >= 0 && index < count, "no such text")
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return UnsafeBufferPointer(start: bytes + start, count: Int(ends[index]) - start)
  }
}
