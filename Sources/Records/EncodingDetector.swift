/// Finds the encoding of a file from its bytes, and says by what evidence.
///
/// A file of up to `wholeFileLimit` bytes is looked at from beginning to end; of a larger one,
/// the beginning, the middle and the end, and the finding says so. What is valid UTF-8 is UTF-8,
/// and UTF-16 and UTF-32 are known by their marks or their NUL bytes. Single-byte encodings are
/// told apart by which of them gives the bytes above 127 letters and signs that fit their
/// neighbours, with Swedish in mind; where two give the same text, the evidence says so. A
/// declared encoding wins over what is found, and a contradiction is reported.
public struct EncodingDetector: Sendable {
  /// The largest file that is looked at as a whole.
  public var wholeFileLimit: Int
  /// The number of bytes in each of the three samples of a larger file.
  public var sampleSize: Int

  /// Makes a detector.
  public init(wholeFileLimit: Int = 64 << 20, sampleSize: Int = 16 << 20) {
    precondition(sampleSize >= 16 && wholeFileLimit >= 0, "a sample holds some characters")
    self.wholeFileLimit = wholeFileLimit
    // Whole units, so that the samples begin where a unit of UTF-32 does.
    self.sampleSize = sampleSize & ~3
  }

  /// Finds the encoding of an open file; the place where its reading goes on is not moved.
  ///
  /// - Parameters:
  ///   - file: A regular file.
  ///   - declared: The encoding that the pipeline file, or the source itself, names.
  /// - Returns: The encoding and the evidence for it.
  /// - Throws: `SourceError` when the file cannot be read.
  public func detect(
    _ file: InputFile, declared: String? = nil
  ) throws(SourceError) -> EncodingFinding {
    guard let size = file.size else {
      throw SystemCalls.notSeekable
    }
    let isSampled = size > wholeFileLimit && size > 3 * sampleSize
    var head: [UInt8] = []
    var statistics = ByteStatistics()
    for range in ranges(size, isSampled) {
      try scan(file, range, &statistics, &head)
    }
    statistics.finish()
    return judge(statistics, head, size, isSampled, declared)
  }

  /// Finds the encoding of bytes in memory, all of them.
  public func detect(_ bytes: [UInt8], declared: String? = nil) -> EncodingFinding {
    var statistics = ByteStatistics()
    bytes.withUnsafeBytes { statistics.add($0) }
    statistics.finish()
    return judge(statistics, Array(bytes.prefix(16)), bytes.count, false, declared)
  }

  private func ranges(_ size: Int, _ isSampled: Bool) -> [Range<Int>] {
    guard isSampled else { return [0..<size] }
    let middle = (size - sampleSize) / 2 & ~3
    let last = (size - sampleSize) & ~3
    return [0..<sampleSize, middle..<middle + sampleSize, last..<size]
  }

  private func scan(
    _ file: InputFile, _ range: Range<Int>, _ statistics: inout ByteStatistics,
    _ head: inout [UInt8]
  ) throws(SourceError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    statistics.jump(to: range.lowerBound)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let wanted = min(buffer.count, range.upperBound - offset)
      let count = try SystemCalls.readAt(
        file.descriptor, offset: offset, into: .init(rebasing: buffer[..<wanted]))
      if count == 0 { break }
      let block = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      if offset < 16 { head.append(contentsOf: block.prefix(16 - offset)) }
      statistics.add(block)
      offset += count
    }
  }

  private func judge(
    _ statistics: ByteStatistics, _ head: [UInt8], _ size: Int, _ isSampled: Bool,
    _ declared: String?
  ) -> EncodingFinding {
    let judge = EncodingJudge(
      statistics: statistics, head: head, size: size, isSampled: isSampled)
    var finding = judge.found()
    if let declared { finding = judge.weigh(declared: declared, against: finding) }
    if isSampled {
      finding.isSampled = true
      finding.evidence +=
        "; sampled: \(statistics.total) of \(size) bytes, at the beginning, the middle and the end"
    }
    return finding
  }
}
