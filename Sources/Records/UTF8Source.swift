/// Gives the text of a file as UTF-8 bytes in blocks, whatever the encoding of the file.
///
/// A file that is UTF-8 already is read straight into the caller's buffer. It is not validated
/// here: the step that has whole columns does that once. In other encodings, a byte sequence
/// that is not text is written as the byte 0xFF, never as U+FFFD: 0xFF is never valid UTF-8, so
/// the same validation finds the record, and the sequence is reported in `problems` with its
/// offset in the file.
public final class UTF8Source {
  /// The most problems that are kept; `undecodableCount` counts them all.
  public static let keptProblems = 100

  private enum Input {
    case file(InputFile)
    case descriptor(Int32)
    case memory([UInt8])
  }

  /// The encoding that the source was told to read.
  public let encoding: TextEncoding
  /// The number of bytes read from the file so far, the byte order mark included.
  public private(set) var rawByteCount = 0
  /// The number of byte sequences that were not text in the encoding of the file.
  public private(set) var undecodableCount = 0
  /// The first of the sequences that were not text, each with its offset and line.
  public private(set) var problems: [RecordProblem] = []

  private let input: Input
  private let readSize: Int
  private let onRawBytes: ((UnsafeRawBufferPointer) -> Void)?
  private let transcoder: Transcoder?
  private var markBytesLeft: Int
  private var ended = false
  // For other encodings than UTF-8: bytes that were read and are not decoded yet.
  private let raw: UnsafeMutableBufferPointer<UInt8>
  private var rawStart = 0
  private var rawEnd = 0
  private var lines = LineCounter()

  /// Reads an open file.
  ///
  /// - Parameters:
  ///   - file: The file; it stays open as long as the source lives.
  ///   - encoding: The encoding of its bytes.
  ///   - byteOrderMarkLength: The number of bytes to leave out at the beginning.
  ///   - readSize: The most bytes that are asked for at a time.
  ///   - onRawBytes: Gets every byte of the file once, in order, as it stands there.
  public convenience init(
    file: InputFile, encoding: TextEncoding, byteOrderMarkLength: Int = 0,
    readSize: Int = 1 << 20, onRawBytes: ((UnsafeRawBufferPointer) -> Void)? = nil
  ) {
    self.init(.file(file), encoding, byteOrderMarkLength, readSize, onRawBytes)
  }

  /// Reads a file descriptor, which the caller keeps open and closes.
  public convenience init(
    fileDescriptor: Int32, encoding: TextEncoding, byteOrderMarkLength: Int = 0,
    readSize: Int = 1 << 20, onRawBytes: ((UnsafeRawBufferPointer) -> Void)? = nil
  ) {
    self.init(.descriptor(fileDescriptor), encoding, byteOrderMarkLength, readSize, onRawBytes)
  }

  /// Reads bytes in memory.
  public convenience init(
    bytes: [UInt8], encoding: TextEncoding, byteOrderMarkLength: Int = 0,
    readSize: Int = 1 << 20, onRawBytes: ((UnsafeRawBufferPointer) -> Void)? = nil
  ) {
    self.init(.memory(bytes), encoding, byteOrderMarkLength, readSize, onRawBytes)
  }

  private init(
    _ input: Input, _ encoding: TextEncoding, _ markLength: Int, _ readSize: Int,
    _ onRawBytes: ((UnsafeRawBufferPointer) -> Void)?
  ) {
    precondition(readSize > 0, "a source reads at least one byte at a time")
    self.input = input
    self.encoding = encoding
    self.readSize = readSize
    self.onRawBytes = onRawBytes
    markBytesLeft = markLength
    if encoding.form == .utf8 {
      transcoder = nil
      raw = UnsafeMutableBufferPointer(start: nil, count: 0)
    } else {
      transcoder = Transcoder(encoding)
      raw = .allocate(capacity: min(readSize, 1 << 16) + 4)
    }
  }

  deinit { raw.deallocate() }

  /// Fills the beginning of `buffer` with the next bytes of the text and returns their number;
  /// 0 at the end.
  ///
  /// The buffer has room for at least four bytes, which is the longest form of one character.
  public func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(SourceError) -> Int {
    precondition(buffer.count >= Transcoder.longestForm, "a buffer holds at least one character")
    return if let transcoder {
      try readTranscoded(transcoder, into: buffer)
    } else {
      try readDirectly(into: buffer)
    }
  }

  private func readDirectly(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(SourceError) -> Int {
    while !ended {
      let target = UnsafeMutableRawBufferPointer(buffer)
      let count = try readRaw(into: .init(rebasing: target[..<min(target.count, readSize)]))
      let skipped = min(count, markBytesLeft)
      guard skipped > 0, let base = target.baseAddress else { return count }
      markBytesLeft -= skipped
      SystemCalls.move(base + skipped, to: base, count: count - skipped)
      if count > skipped { return count - skipped }
    }
    return 0
  }

  private func readTranscoded(
    _ transcoder: Transcoder, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(SourceError) -> Int {
    guard let base = raw.baseAddress else { return 0 }
    while true {
      let pending = UnsafeBufferPointer(start: base + rawStart, count: rawEnd - rawStart)
      let offset = rawByteCount - pending.count
      var undecodable: [(offset: Int, output: Int)] = []
      let step = transcoder.decode(pending, isFinal: ended, into: buffer) { inputOffset, output in
        undecodableCount += 1
        if problems.count + undecodable.count < Self.keptProblems {
          undecodable.append((offset + inputOffset, output))
        }
      }
      rawStart += step.consumed
      if step.produced > 0 {
        for place in undecodable { addProblem(at: place.offset, buffer, place.output) }
        lines.add(UnsafeBufferPointer(rebasing: buffer[..<step.produced]))
        return step.produced
      }
      if ended { return 0 }
      // What is left is less than one character: to the front with it, and read more.
      SystemCalls.move(base + rawStart, to: base, count: rawEnd - rawStart)
      rawEnd -= rawStart
      rawStart = 0
      let target = UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(raw)[rawEnd...])
      rawEnd += try readRaw(into: .init(rebasing: target[..<min(target.count, readSize)]))
      let skipped = min(rawEnd, markBytesLeft)
      markBytesLeft -= skipped
      rawStart = skipped
    }
  }

  private func addProblem(
    at offset: Int, _ output: UnsafeMutableBufferPointer<UInt8>, _ position: Int
  ) {
    var before = lines
    before.add(UnsafeBufferPointer(rebasing: output[..<position]))
    problems.append(
      RecordProblem(
        .invalidEncoding, line: before.lineEnds + 1,
        detail: "bytes that are not text in \(encoding.name)", offset: offset))
  }

  private func readRaw(into target: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
    let count: Int
    switch input {
    case .file(let file): count = try SystemCalls.readNext(file.descriptor, into: target)
    case .descriptor(let descriptor): count = try SystemCalls.readNext(descriptor, into: target)
    case .memory(let bytes):
      count = min(target.count, bytes.count - rawByteCount)
      bytes.withUnsafeBytes { source in
        guard count > 0, let from = source.baseAddress, let to = target.baseAddress else { return }
        SystemCalls.copy(from + rawByteCount, to: to, count: count)
      }
    }
    if count == 0 { ended = true }
    rawByteCount += count
    if count > 0 { onRawBytes?(UnsafeRawBufferPointer(rebasing: target[..<count])) }
    return count
  }
}
