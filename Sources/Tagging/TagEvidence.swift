import DialogueModel

/// The packed form of a ``TagResult``, for storing the tags of one viewpoint as a small blob.
///
/// All numbers are unsigned LEB128 (seven bits a byte, the lowest first, the shortest form):
/// the number of themes; then for each theme its number, its score, its number of hits; and for
/// each hit its start less the start of the hit before it in the theme, its length in bytes, and
/// the term's number times eight plus the kind's code. The codes are fras 0, led 1, slut 2,
/// ord 3, svag 4. A hit takes four bytes as a rule, a text without themes one byte.
public enum TagEvidence {
  /// Adds the packed form of a result to a blob.
  public static func pack(_ result: TagResult, into blob: inout [UInt8]) {
    append(result.themes.count, to: &blob)
    for theme in result.themes {
      append(theme.theme, to: &blob)
      append(theme.score, to: &blob)
      append(theme.hits.count, to: &blob)
      var last = 0
      for hit in result.evidence(for: theme) {
        append(hit.start - last, to: &blob)
        append(hit.end - hit.start, to: &blob)
        append(hit.term << 3 | code(of: hit.kind), to: &blob)
        last = hit.start
      }
    }
  }

  /// The packed form of a result.
  public static func pack(_ result: TagResult) -> [UInt8] {
    var blob: [UInt8] = []
    blob.reserveCapacity(2 + result.themes.count * 3 + result.hits.count * 5)
    pack(result, into: &blob)
    return blob
  }

  /// The result that a blob was packed from, or `nil` if the blob is not one that `pack` makes.
  ///
  /// Any bytes may be given. A blob that is cut off, has bytes left over, or has a number that is
  /// too large or not in its shortest form gives `nil`. Theme and term numbers are not compared
  /// with a codebook: ``CodebookIndex/term(_:)`` answers `nil` for a number it does not know.
  public static func unpack(_ blob: some Collection<UInt8>) -> TagResult? {
    var reader = Reader(blob.makeIterator())
    var result = TagResult()
    guard let themeCount = reader.number() else { return nil }
    // Nothing is reserved from the counts: a hostile blob may claim any number.
    for _ in 0..<themeCount {
      guard let theme = reader.number(), let score = reader.number(),
        let hitCount = reader.number(), hitCount > 0
      else { return nil }
      var start = 0
      for _ in 0..<hitCount {
        guard let step = reader.number(), let length = reader.number(), length > 0,
          let packedTerm = reader.number(), let kind = kind(code: packedTerm & 7),
          start + step + length <= Int(UInt32.max)
        else { return nil }
        start += step
        result.append(
          TagHit(start: start, end: start + length, term: packedTerm >> 3, kind: kind))
      }
      result.close(theme: theme, score: score)
    }
    return reader.isAtEnd() ? result : nil
  }

  private static func append(_ number: Int, to blob: inout [UInt8]) {
    var rest = UInt(number)
    while rest > 0x7F {
      blob.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    blob.append(UInt8(truncatingIfNeeded: rest))
  }

  private static func code(of kind: TermKind) -> Int {
    switch kind {
    case .fras: 0
    case .led: 1
    case .slut: 2
    case .ord: 3
    case .svag: 4
    case .inte: preconditionFailure("a cancelling term is never a hit")
    }
  }

  private static func kind(code: Int) -> TermKind? {
    switch code {
    case 0: .fras
    case 1: .led
    case 2: .slut
    case 3: .ord
    case 4: .svag
    default: nil
    }
  }

  private struct Reader<Bytes: IteratorProtocol<UInt8>> {
    private var bytes: Bytes

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// The next number, at most 42 bits, so that sums of a few never overflow.
    mutating func number() -> Int? {
      var value = 0
      for shift in stride(from: 0, through: 35, by: 7) {
        guard let byte = bytes.next() else { return nil }
        value |= Int(byte & 0x7F) << shift
        if byte < 0x80 { return byte == 0 && shift > 0 ? nil : value }
      }
      return nil
    }

    mutating func isAtEnd() -> Bool { bytes.next() == nil }
  }
}
