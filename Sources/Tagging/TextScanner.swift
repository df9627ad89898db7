/// Finds the tokens of a text.
///
/// One of the files with unsafe code. After a text ``padding`` bytes can be read, whatever they are:
/// so no reader of a token has to ask how far the text reaches. A text that is not followed by so
/// many is copied into a buffer of the scanner's own.
///
/// A pass over blocks of bytes finds the *runs*: stretches of letters, digits and marks. Then runs
/// are joined to tokens over a hyphen, an apostrophe or a colon, which few texts need.
struct TextScanner: ~Copyable {
  /// Readable bytes after the text.
  static let padding = ByteBlock.size
  /// The places of edges that are written at a time.
  private static let edgesAtOnce = 8
  /// The room for edges beyond one for each byte.
  private static let spareEdges = 2 + edgesAtOnce

  /// The text; where it stands, or the copy.
  private(set) var text: UnsafePointer<UInt8>
  private var copy: UnsafeMutablePointer<UInt8>
  private var copyCapacity: Int
  /// Where the runs begin and end: run `n` at `2 * n` and `2 * n + 1`.
  private(set) var bounds: UnsafeMutablePointer<UInt32>
  /// The class of each byte, a sum of the constants below.
  let classes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0
  /// Whether the text has characters that the quick pass does not know.
  private var isOdd = false
  /// Whether any of the text's characters may join runs.
  private var mayJoin = false

  /// Part of a run.
  static let word: UInt8 = 1
  /// Something that the quick pass cannot judge: a code point outside Latin-1's letters, or `[`.
  static let odd: UInt8 = 2
  /// The first byte of a character that may join two runs.
  static let joiner: UInt8 = 4

  init(capacity: Int = 4096) {
    self.capacity = capacity
    copyCapacity = capacity
    copy = .allocate(capacity: capacity + Self.padding)
    copy.initialize(repeating: 0, count: capacity + Self.padding)
    text = UnsafePointer(copy)
    bounds = .allocate(capacity: capacity + Self.spareEdges)
    classes = .allocate(capacity: 256)
    for byte in 0..<256 { classes[byte] = Self.byteClass(UInt8(byte)) }
  }

  deinit {
    copy.deallocate()
    bounds.deallocate()
    classes.deallocate()
  }

  /// Finds the runs of a text.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - isPadded: Whether ``padding`` bytes after it can be read, and it stays where it is until
  ///     the next text is scanned.
  /// - Returns: The number of runs.
  mutating func scan(_ source: UnsafeBufferPointer<UInt8>, isPadded: Bool = false) -> Int {
    count = source.count
    precondition(count < Int(UInt32.max), "a text of 4 GiB or more cannot be tagged")
    if count > capacity { growBounds(to: count) }
    if isPadded, let base = source.baseAddress { text = base } else { copyText(source) }
    var odd: UInt64 = 0
    var joiners: UInt64 = 0
    var carry: UInt64 = 0
    var found = 0
    let (text, bounds) = (text, bounds)
    var start = 0
    while start <= count {
      var block = ByteBlock(at: text + start)
      // What stands after the text is none of it. If it is odd, the closer look does no harm.
      if count &- start < ByteBlock.size { block.keepFirst(count &- start) }
      odd |= block.odd
      joiners |= block.joiners
      // A run begins or ends where a byte is not of the kind of the byte before it.
      var edges = block.words ^ (block.words << 1 | carry)
      carry = block.words >> 63
      // A number of places at a time, whether there are so many or not, since how many there are is
      // hard to foresee; what is too much is written over.
      var place = bounds + found
      found &+= edges.nonzeroBitCount
      while edges != 0 {
        for index in 0..<Self.edgesAtOnce {
          place[index] = UInt32(truncatingIfNeeded: start &+ edges.trailingZeroBitCount)
          edges &= edges &- 1
        }
        place += Self.edgesAtOnce
      }
      start &+= ByteBlock.size
    }
    isOdd = odd != 0
    mayJoin = joiners != 0
    return (isOdd ? scanScalars() : found) / 2
  }

  /// A bit for each of at most 64 runs, the first one lowest: whether what follows it may join it
  /// to the next run.
  @inline(__always)
  func joiningRuns(_ runs: Range<Int>) -> UInt64 {
    guard mayJoin else { return 0 }
    let (text, classes) = (text, classes)
    let ends = bounds + 2 * runs.lowerBound + 1
    var joining: UInt64 = 0
    for index in 0..<runs.count {
      let byteClass = classes[Int(text[Int(ends[2 &* index])])]
      joining |=
        UInt64((byteClass & Self.joiner) / Self.joiner) &<< UInt64(truncatingIfNeeded: index)
    }
    return joining
  }

  /// The number of the last run of the token that begins with a run.
  func lastRun(of first: Int, among runCount: Int) -> Int {
    var last = first
    while last + 1 < runCount, joins(last, last + 1) { last += 1 }
    return last
  }

  /// Whether only white space and hyphens stand between two places.
  func isOnlyBlank(from start: Int, to end: Int) -> Bool {
    var index = start
    while index < end {
      switch text[index] {
      case 0x09...0x0D, 0x20, UInt8(ascii: "-"): index += 1
      case 0xE2 where isHyphen(at: index): index += 3
      default: return false
      }
    }
    return true
  }

  /// The bytes between two places of the text; good until the next scan.
  func bytes(from start: Int, to end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text + start, count: end - start)
  }

  private mutating func growBounds(to needed: Int) {
    capacity = max(needed, capacity * 2)
    bounds.deallocate()
    bounds = .allocate(capacity: capacity + Self.spareEdges)
  }

  private mutating func copyText(_ source: UnsafeBufferPointer<UInt8>) {
    if source.count > copyCapacity {
      copyCapacity = max(source.count, copyCapacity * 2)
      copy.deallocate()
      copy = .allocate(capacity: copyCapacity + Self.padding)
    }
    if let base = source.baseAddress { copy.update(from: base, count: source.count) }
    (copy + source.count).update(repeating: 0, count: Self.padding)
    text = UnsafePointer(copy)
  }

  private static func byteClass(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      word
    case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: ":"): joiner
    case UInt8(ascii: "["): odd
    case ..<0x80: 0
    case 0xC3: word
    case 0x97, 0xB7: word | odd  // × and ÷ after C3
    case ..<0xC0: word
    case 0xE2: word | odd | joiner
    default: word | odd
    }
  }
}

// MARK: - Joining runs to tokens

extension TextScanner {
  private func joins(_ left: Int, _ right: Int) -> Bool {
    let end = Int(bounds[2 * left + 1])
    let start = Int(bounds[2 * right])
    let width: Int
    switch text[end] {
    case UInt8(ascii: "-"): width = 1
    case UInt8(ascii: "'"), UInt8(ascii: ":"):
      guard start == end + 1 else { return false }
      width = 1
    case 0xE2 where isHyphen(at: end): width = 3
    case 0xE2 where text[end + 1] == 0x80 && text[end + 2] == 0x99:  // ’
      guard start == end + 3 else { return false }
      width = 3
    default: return false
    }
    guard isLetter(endingAt: end), isLetter(at: start) else { return false }
    if start == end + width { return true }
    // In bytes that are not UTF-8 the next run may begin within what looked like a hyphen.
    guard start > end + width else { return false }
    return isLineBreak(from: end + width, to: start) && !isConjunction(right)
  }

  /// U+2010 or U+2011.
  private func isHyphen(at index: Int) -> Bool {
    text[index + 1] == 0x80 && (text[index + 2] == 0x90 || text[index + 2] == 0x91)
  }

  /// Whether one line break, with blanks around it or not, is all there is between two places.
  private func isLineBreak(from start: Int, to end: Int) -> Bool {
    var breaks = 0
    for index in start..<end {
      switch text[index] {
      case 0x20, 0x09: break
      case 0x0A: breaks += index > start && text[index - 1] == 0x0D ? 0 : 1
      case 0x0D: breaks += 1
      default: return false
      }
    }
    return breaks == 1
  }

  /// Whether a run is a word that follows a part word: *skol- och fritidsverksamhet*.
  private func isConjunction(_ run: Int) -> Bool {
    let start = Int(bounds[2 * run])
    let word = bytes(from: start, to: Int(bounds[2 * run + 1]))
    func equals(_ other: StaticString) -> Bool {
      word.count == other.utf8CodeUnitCount
        && word.indices.allSatisfy { word[$0] | 0x20 == other.utf8Start[$0] }
    }
    return equals("och") || equals("eller") || equals("samt") || equals("respektive")
  }

  private func isLetter(endingAt end: Int) -> Bool {
    let byte = text[end - 1]
    if byte < 0x80 { return byte >= UInt8(ascii: "A") }
    if !isOdd { return true }
    var start = end - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start).scalar.map(CharacterClass.init) != .digit
  }

  private func isLetter(at start: Int) -> Bool {
    let byte = text[start]
    if byte < 0x80 { return byte >= UInt8(ascii: "A") }
    return !isOdd || scalar(at: start).scalar.map(CharacterClass.init) != .digit
  }
}

// MARK: - Texts that the quick pass cannot judge

extension TextScanner {
  /// Finds the runs again, and looks at what the quick pass could not judge; leaves out what was
  /// masked.
  private func scanScalars() -> Int {
    let (text, bounds, classes) = (text, bounds, classes)
    var found = 0
    var previous: UInt8 = 0
    var index = 0
    while index < count {
      let byteClass = classes[Int(text[index])]
      var isWord = byteClass & Self.word
      var length = 1
      if byteClass & Self.odd != 0 {
        if previous != 0, text[index - 1] == 0xC3 {
          // × or ÷, of which the first byte was taken for a letter's.
          let begins = bounds[found - 1] == UInt32(truncatingIfNeeded: index - 1)
          bounds[found] = UInt32(truncatingIfNeeded: index - 1)
          found += begins ? -1 : 1
          previous = 0
          isWord = 0
        } else {
          (isWord, length) = judge(at: index, afterWord: previous)
        }
      }
      bounds[found] = UInt32(truncatingIfNeeded: index)
      found &+= Int(isWord ^ previous)
      previous = isWord
      index += length
    }
    bounds[found] = UInt32(truncatingIfNeeded: count)
    return found + Int(previous)
  }

  /// Whether what begins at a place is part of a run, as 1 or 0, and how many bytes it has.
  private func judge(at index: Int, afterWord: UInt8) -> (isWord: UInt8, length: Int) {
    switch text[index] {
    case UInt8(ascii: "["): return (0, maskLength(at: index))
    case 0xE2 where text[index + 1] == 0x80 && index + 3 <= count:
      return (0, 3)  // dashes, quotation marks, ellipsis: U+2000 to U+203F
    default:
      let (scalar, length) = scalar(at: index)
      switch scalar.map(CharacterClass.init) {
      case .letter, .digit: return (Self.word, length)
      case .mark: return (afterWord, length)
      case .other, nil: return (0, length)
      }
    }
  }

  /// The length of a masked span such as `[telefonnummer borttaget]`, or 1 for another bracket.
  private func maskLength(at open: Int) -> Int {
    var close = open + 1
    while close < count, text[close] != UInt8(ascii: "]") {
      if text[close] == UInt8(ascii: "[") || text[close] == 0x0A { return 1 }
      close += 1
    }
    // Something must stand before " borttaget", and each masked span names what it was.
    guard close < count, close - open > 11 else { return 1 }
    let ending = bytes(from: close - 10, to: close)
    return ending.elementsEqual(" borttaget".utf8) || ending.elementsEqual(" borttagen".utf8)
      ? close + 1 - open : 1
  }

  /// The code point at a place and its width; no code point and 1 where the bytes are not UTF-8.
  private func scalar(at index: Int) -> (scalar: Unicode.Scalar?, width: Int) {
    let first = UInt32(text[index])
    let width = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard width > 0, first < 0xF5, index + width <= count else { return (nil, 1) }
    var value = width == 1 ? first : first & (0x7F >> UInt32(width))
    for offset in 1..<max(width, 1) {
      let byte = text[index + offset]
      guard byte & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let smallest: UInt32 = width == 4 ? 0x1_0000 : width == 3 ? 0x800 : 0
    return value < smallest ? (nil, 1) : (Unicode.Scalar(value), width)
  }
}

// MARK: - Terms

extension TextScanner {
  /// The folded tokens of a text, found by the rules that texts are read by.
  static func words(of text: String) -> [[UInt8]] {
    var scanner = TextScanner(capacity: 256)
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      let runCount = scanner.scan(bytes)
      var words: [[UInt8]] = []
      var run = 0
      while run < runCount {
        let last = scanner.lastRun(of: run, among: runCount)
        let start = Int(scanner.bounds[2 * run])
        var word: [UInt8] = []
        Folding.fold(
          scanner.bytes(from: start, to: Int(scanner.bounds[2 * last + 1])), into: &word)
        words.append(word)
        run = last + 1
      }
      return words
    }
  }

  /// The folded form of a string that is a part of a word.
  static func folded(_ text: String) -> [UInt8] {
    var folded: [UInt8] = []
    Folding.fold(text.utf8, into: &folded)
    return folded
  }
}
