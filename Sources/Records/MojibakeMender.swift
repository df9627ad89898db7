/// Mends text that was UTF-8, was read in another encoding and was written as UTF-8 again: `Ã¥`
/// for å, `â€™` for ’, `√•` and `├Ñ` for å.
///
/// The encodings it knows are windows-1252 (with ISO-8859-1), Mac OS Roman and code page 850,
/// also two or three times over. It decides on whole sequences: a character
/// that stands for the first byte of a letter of western or central Europe, of a sign U+00A0–00BF,
/// of general punctuation, of a currency sign, an arrow or an emoji, followed by the right number
/// of characters that stand for the other bytes. What may have been meant is left alone: `SÅ…`,
/// `»Ä»`, `DÄ”`, `NÃO`. A sequence such as `PÃ…`, which may be a capital before a sign, is mended
/// when the same value has another one that is beyond doubt.
///
/// The result is valid UTF-8 and never longer, and mending it again changes nothing. A value that
/// is not valid UTF-8 is left as it is. A byte order mark that became `ï»¿` at the beginning of a
/// value is taken away.
public struct MojibakeMender: Sendable {
  /// What was found in one column.
  public struct Outcome: Sendable, Equatable {
    /// The number of sequences mended in each value that was changed, by the value's index.
    public var mended: [Int: Int] = [:]
    /// The number of U+FFFD in each value that has any, by the value's index.
    ///
    /// They stand for letters that were lost before the file was written. Nothing is changed.
    public var lost: [Int: Int] = [:]

    /// Makes an outcome with nothing in it.
    public init() {}

    /// Whether nothing was found.
    public var isEmpty: Bool { mended.isEmpty && lost.isEmpty }
  }

  private var run = MojibakeRun()
  private var scalars: [UInt32] = []

  /// Makes a mender.
  public init() {}

  /// Mends all values of a column in their places.
  ///
  /// A column with nothing to mend is looked through once and not touched.
  ///
  /// - Parameter column: The column; a value that is not closed yet stays as it is.
  /// - Returns: Which values had how many sequences, and how many letters that are lost.
  public mutating func mend(_ column: inout ByteColumn) -> Outcome {
    var outcome = Outcome()
    var shorter: [(value: Int, bytes: [UInt8])] = []
    let bytes = column.allBytes
    guard let base = bytes.baseAddress else { return outcome }
    var index = 0
    while true {
      let hit = MojibakeScan.next(base, from: index, to: bytes.count)
      guard hit < bytes.count else { break }
      index = hit + 1
      guard MojibakePage.mayEnd(before: hit, base) || MojibakeScan.isLost(hit, bytes) else {
        continue
      }
      let value = column.valueIndex(at: hit)
      let old = column.value(at: value)
      let (new, count) = mended(old)
      let lost = new.map { $0.withUnsafeBufferPointer(MojibakeScan.lostCount) }
      let lostCount = lost ?? MojibakeScan.lostCount(old)
      if count > 0 { outcome.mended[value] = count }
      if lostCount > 0 { outcome.lost[value] = lostCount }
      if let new { shorter.append((value, new)) }
      index = column.end(of: value)
    }
    column.replace(shorter)
    return outcome
  }

  /// Mends one text, such as a column's name.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The mended text, and the number of sequences in it that were mended.
  public static func mended(_ text: String) -> (text: String, count: Int) {
    var run = MojibakeRun()
    guard let new = run.mend(text.unicodeScalars.map(\.value)) else { return (text, 0) }
    var mended = String.UnicodeScalarView()
    mended.append(contentsOf: new.compactMap { Unicode.Scalar($0) })
    return (String(mended), run.count)
  }

  // `nil` when nothing was mended, be it that the bytes are no text.
  private mutating func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> ([UInt8]?, Int) {
    scalars.removeAll(keepingCapacity: true)
    var rest = bytes.makeIterator()
    var decoder = UTF8()
    decoding: while true {
      switch decoder.decode(&rest) {
      case .scalarValue(let scalar): scalars.append(scalar.value)
      case .emptyInput: break decoding
      case .error: return (nil, 0)
      }
    }
    guard let new = run.mend(scalars) else { return (nil, 0) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for scalar in new.lazy.compactMap({ Unicode.Scalar($0) }) { text += scalar.utf8 }
    return (text, run.count)
  }
}
