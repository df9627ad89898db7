// Mends one text, character by character.
//
// What has been read lies on a stack. As soon as the last characters of it are a sequence, one
// character takes their place, and the same is asked of that one: so a text that was damaged
// twice is mended in one go, in time that is proportional to its length, and mending what is
// mended changes nothing.
struct MojibakeRun {
  // How many characters stand where a sequence stood, or where a byte order mark did.
  private(set) var count = 0

  private var stack: [MojibakePage.Entry] = []
  private var removedMarks = 0
  private var allowsDoubtful = false
  private var sawDoubtful = false

  // The mended characters, or `nil` when nothing was found.
  mutating func mend(_ scalars: [UInt32]) -> [UInt32]? {
    allowsDoubtful = false
    run(scalars)
    if count > 0 && sawDoubtful {
      allowsDoubtful = true
      run(scalars)
    }
    guard count > 0 else { return nil }
    return stack.map(\.scalar)
  }

  private mutating func run(_ scalars: [UInt32]) {
    stack.removeAll(keepingCapacity: true)
    removedMarks = 0
    sawDoubtful = false
    for (index, scalar) in scalars.enumerated() {
      let entry = MojibakePage.Entry(scalar)
      stack.append(entry)
      // No sequence has a character of ASCII in it.
      guard entry.isKnown else { continue }
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      while reduce(next) {}
    }
    count = removedMarks + stack.count(where: \.isMended)
  }

  // Puts one character in the place of the sequence that the stack ends with, if it does.
  private mutating func reduce(_ next: UInt32?) -> Bool {
    let last = stack.count - 1
    guard last > 0, stack[last - 1].isKnown else { return false }
    // The longest first: the end of a long sequence may look like a short one.
    for length in [4, 3, 2] where length <= stack.count {
      for page in MojibakePage.all where goesOn(last, page) {
        let wanted = Wanted(page: page, length: length, next: next)
        guard let match = plain(wanted) ?? (mayNest(page) ? search(wanted) : nil) else { continue }
        stack.removeSubrange(match.start...)
        guard match.result != 0xFEFF else {
          removedMarks += 1
          return false
        }
        var entry = MojibakePage.Entry(match.result)
        entry.isMended = true
        stack.append(entry)
        return true
      }
    }
    return false
  }

  private func byte(_ index: Int, _ page: MojibakePage) -> UInt8 { stack[index].byte(page) }

  private func goesOn(_ index: Int, _ page: MojibakePage) -> Bool {
    byte(index, page) & 0xC0 == 0x80
  }

  // Each character of the sequence as it is.
  private mutating func plain(_ wanted: Wanted) -> (start: Int, result: UInt32)? {
    let start = stack.count - wanted.length
    guard isLead(byte(start, wanted.page), wanted.length) else { return nil }
    var bits: UInt32 = 0
    for index in (start + 1)..<stack.count {
      guard goesOn(index, wanted.page) else { return nil }
      bits = bits << 6 | UInt32(byte(index, wanted.page) & 0x3F)
    }
    let link = Link(
      start: start + 1, byte: byte(start + 1, wanted.page), scalar: stack[start + 1].scalar,
      isNested: false)
    return judge(wanted, link, bits).map { (start, $0) }
  }

  private func isLead(_ byte: UInt8, _ length: Int) -> Bool {
    switch byte {
    case 0xC2...0xC5: length == 2
    case 0xE2, 0xEF: length == 3
    case 0xF0: length == 4
    default: false
    }
  }

  // Whether the stack ends with two characters that may stand for one, something before them,
  // and nothing after them but what goes on a sequence.
  private func mayNest(_ page: MojibakePage) -> Bool {
    for back in 2...4 where back < stack.count {
      let byte = byte(stack.count - back, page)
      if (0xC2...0xDF).contains(byte) && self.byte(stack.count - back - 1, page) != 0 {
        return true
      }
      if byte & 0xC0 != 0x80 { return false }
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

  // As `plain`, with two characters in the place of one where that fits.
  private mutating func search(
    _ wanted: Wanted, end: Int? = nil, found: Int = 0, bits: UInt32 = 0
  ) -> (start: Int, result: UInt32)? {
    let end = end ?? stack.count - 1
    for link in links(wanted.page, end: end, depth: Self.deepest) where link.start > 0 {
      let bits = bits | UInt32(link.byte & 0x3F) << UInt32(found * 6)
      if found + 2 < wanted.length {
        let match = search(wanted, end: link.start - 1, found: found + 1, bits: bits)
        if let match { return match }
      } else if isLead(byte(link.start - 1, wanted.page), wanted.length),
        let result = judge(wanted, link, bits)
      {
        return (link.start - 1, result)
      }
    }
    return nil
  }

  // How many times a text may have been damaged more than once.
  private static let deepest = 2

  private func links(_ page: MojibakePage, end: Int, depth: Int) -> [Link] {
    guard goesOn(end, page) else { return [] }
    var links = [
      Link(start: end, byte: byte(end, page), scalar: stack[end].scalar, isNested: false)
    ]
    guard depth > 0 else { return links }
    for inner in self.links(page, end: end, depth: depth - 1) where inner.start > 0 {
      let lead = byte(inner.start - 1, page)
      guard (0xC2...0xDF).contains(lead) else { continue }
      let point = UInt32(lead & 0x1F) << 6 | UInt32(inner.byte & 0x3F)
      let byte = MojibakePage.Entry(point).byte(page)
      guard byte & 0xC0 == 0x80 else { continue }
      links.append(Link(start: inner.start - 1, byte: byte, scalar: point, isNested: true))
    }
    return links
  }

  // The character for a sequence that begins before `link`, if it is to be mended.
  private mutating func judge(_ wanted: Wanted, _ link: Link, _ bits: UInt32) -> UInt32? {
    let start = link.start - 1
    let lead = byte(start, wanted.page)
    // Ä and Å are too usual in Swedish to be the beginning of anything but a plain sequence.
    if (lead == 0xC4 || lead == 0xC5) && link.isNested { return nil }
    let length = wanted.length
    let mask: UInt32 = length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07
    let result = bits | (UInt32(lead) & mask) << UInt32(length * 6 - 6)
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard result >= least, Unicode.Scalar(result) != nil else { return nil }
    // A byte order mark is no text at the beginning, and nowhere else a mark.
    if result == 0xFEFF && start > 0 { return nil }
    let sequence = MojibakeRules.Sequence(
      page: wanted.page, lead: lead, follower: link.scalar, result: result,
      before: start == 0 ? nil : stack[start - 1].scalar, next: wanted.next)
    switch MojibakeRules.verdict(sequence) {
    case .never: return nil
    case .doubtful:
      sawDoubtful = true
      return allowsDoubtful ? result : nil
    case .certain: return result
    }
  }
}
