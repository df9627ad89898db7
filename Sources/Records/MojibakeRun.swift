// Mends one text, character by character.
//
// What has been read lies on a stack. As soon as the last characters of it are a sequence, one
// character takes their place, and the same is asked of that one: so a text that was damaged
// twice is mended in one go, in time that is proportional to its length, and mending what is
// mended changes nothing.
struct MojibakeRun {
  // How many characters stand where a sequence stood, or where a byte order mark did.
  private(set) var count = 0

  private var stack: [UInt32] = []
  private var removedMarks = 0
  private var allowsDoubtful = false
  private var sawDoubtful = false

  // Marks a character that took the place of a sequence; no character is so large.
  private static let mended: UInt32 = 1 << 31

  // The mended characters, or `nil` when nothing was found.
  mutating func mend(_ scalars: [UInt32]) -> [UInt32]? {
    allowsDoubtful = false
    run(scalars)
    if count > 0 && sawDoubtful {
      allowsDoubtful = true
      run(scalars)
    }
    guard count > 0 else { return nil }
    return stack.map { $0 & ~Self.mended }
  }

  private mutating func run(_ scalars: [UInt32]) {
    stack.removeAll(keepingCapacity: true)
    removedMarks = 0
    sawDoubtful = false
    for (index, scalar) in scalars.enumerated() {
      stack.append(scalar)
      // No sequence has a character of ASCII in it.
      guard scalar >= 0x80 else { continue }
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      while reduce(next) {}
    }
    count = removedMarks + stack.count { $0 & Self.mended != 0 }
  }

  // Puts one character in the place of the sequence that the stack ends with, if it does.
  private mutating func reduce(_ next: UInt32?) -> Bool {
    guard let last = stack.indices.last, last > 0, stack[last - 1] >= 0x80 else { return false }
    let pages = MojibakePage.all.filter { $0.continuation(scalar(last)) != nil }
    // The longest first: the end of a long sequence may look like a short one.
    for length in [4, 3, 2] {
      for page in pages {
        let wanted = Wanted(page: page, length: length, next: next)
        guard let match = search(wanted, end: last, found: 0, bits: 0) else { continue }
        stack.removeSubrange(match.start...)
        guard match.result != 0xFEFF else {
          removedMarks += 1
          return false
        }
        stack.append(match.result | Self.mended)
        return true
      }
    }
    return false
  }

  // A sequence that is looked for, from its end.
  private struct Wanted {
    var page: MojibakePage
    var length: Int
    var next: UInt32?
  }

  // One character that goes on a sequence, or two that stand for such a one in text that was
  // damaged twice.
  private struct Link {
    var start: Int
    var byte: UInt8
    var scalar: UInt32
    var isNested: Bool
  }

  private mutating func search(
    _ wanted: Wanted, end: Int, found: Int, bits: UInt32
  ) -> (start: Int, result: UInt32)? {
    for link in links(wanted.page, end: end, depth: Self.deepest) where link.start > 0 {
      let bits = bits | UInt32(link.byte & 0x3F) << UInt32(found * 6)
      if found + 2 < wanted.length {
        let match = search(wanted, end: link.start - 1, found: found + 1, bits: bits)
        if let match { return match }
      } else if let result = judge(wanted, link, bits) {
        return (link.start - 1, result)
      }
    }
    return nil
  }

  // How many times a text may have been damaged more than once.
  private static let deepest = 2

  private func links(_ page: MojibakePage, end: Int, depth: Int) -> [Link] {
    guard let byte = page.continuation(scalar(end)) else { return [] }
    var links = [Link(start: end, byte: byte, scalar: scalar(end), isNested: false)]
    guard depth > 0 else { return links }
    for inner in self.links(page, end: end, depth: depth - 1) where inner.start > 0 {
      guard let lead = page.byte(of: scalar(inner.start - 1)), (0xC2...0xDF).contains(lead)
      else { continue }
      let point = UInt32(lead & 0x1F) << 6 | UInt32(inner.byte & 0x3F)
      guard let byte = page.continuation(point) else { continue }
      links.append(Link(start: inner.start - 1, byte: byte, scalar: point, isNested: true))
    }
    return links
  }

  // The character for a sequence that begins before `link`, if it is to be mended.
  private mutating func judge(_ wanted: Wanted, _ link: Link, _ bits: UInt32) -> UInt32? {
    let start = link.start - 1
    guard let lead = wanted.page.lead(scalar(start)),
      (lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2) == wanted.length
    else { return nil }
    let length = wanted.length
    // Ä and Å are too usual in Swedish to be the beginning of anything but a plain sequence.
    if (lead == 0xC4 || lead == 0xC5) && link.isNested { return nil }
    let mask: UInt32 = length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07
    let result = bits | (UInt32(lead) & mask) << UInt32(length * 6 - 6)
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard result >= least, Unicode.Scalar(result) != nil else { return nil }
    // A byte order mark is no text at the beginning, and nowhere else a mark.
    if result == 0xFEFF && start > 0 { return nil }
    let sequence = MojibakeRules.Sequence(
      page: wanted.page, lead: lead, follower: link.scalar, result: result,
      before: start == 0 ? nil : scalar(start - 1), next: wanted.next)
    switch MojibakeRules.verdict(sequence) {
    case .never: return nil
    case .doubtful:
      sawDoubtful = true
      return allowsDoubtful ? result : nil
    case .certain: return result
    }
  }

  private func scalar(_ index: Int) -> UInt32 { stack[index] & ~Self.mended }
}
