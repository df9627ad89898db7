import Records

// The text of an XML file as UTF-8, in pieces, its declaration mended and its encoding checked.
//
// libxml2 could decode other encodings itself, some of them through iconv, which loads modules
// from the file system, and it believes the declaration where the bytes contradict it. So the
// decoding is done here and libxml2 is only ever given UTF-8.
final class XMLTextStream {
  // Enough for a declaration of 256 characters in UTF-16.
  private static let headSize = 512

  private(set) var prolog = XMLProlog()
  // Why the text cannot be read; the pieces have then ended.
  private(set) var failure: RecordProblem?
  // What was noticed and did not stop the reading, in the order of the file.
  private(set) var notices: [RecordProblem] = []
  // The text of the head after the declaration was mended.
  private(set) var head: [UInt8] = []

  private let source: XMLSource
  private let override: String?
  private let tap: RawTap
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var body: UTF8Source
  private var headTaken = 0
  private var started = false
  private var checked = false
  // What `body` does not know of: how far into the file it began, and what came before.
  private var rawHeadCount = 0
  private var headLineEnds = 0
  private var headProblems: [RecordProblem] = []

  init(
    _ source: XMLSource, encoding: String? = nil,
    onRawBytes: ((UnsafeRawBufferPointer) -> Void)?
  ) {
    self.source = source
    self.override = encoding
    tap = RawTap(onRawBytes)
    body = source.text(in: .utf8, after: 0, readSize: source.chunkSize, tap: tap)
    // A source asks for room for the longest form of a character at least.
    buffer = .allocate(capacity: max(source.chunkSize, 8))
    buffer.initialize(repeating: 0)
  }

  deinit { buffer.deallocate() }

  // The next piece of the text, good until the next call; empty at the end.
  func next() throws(SourceError) -> UnsafeBufferPointer<UInt8> {
    if !started {
      started = true
      try start()
    }
    if failure != nil { return UnsafeBufferPointer(start: nil, count: 0) }
    if headTaken < head.count {
      let count = min(source.chunkSize, head.count - headTaken)
      _ = buffer.update(fromContentsOf: head[headTaken..<(headTaken + count)])
      headTaken += count
      return UnsafeBufferPointer(rebasing: buffer[..<count])
    }
    return UnsafeBufferPointer(rebasing: buffer[..<(try body.read(into: buffer))])
  }

  // What it means that the parser found bytes that are not UTF-8, which is all it is given: they
  // are the file's own, or the mark that the transcoder leaves.
  func brokenCharacter(line: Int) -> RecordProblem {
    if let problem = undecodable(to: .max) { return problem }
    let isDeclared = prolog.declaredEncoding != nil || prolog.hasByteOrderMark
    return RecordProblem(
      .encodingMismatch, line: line,
      detail: isDeclared
        ? "the bytes are not utf-8" : "no encoding is declared, and the bytes are not utf-8")
  }

  // The first bytes that the transcoder found not to be text, if they are on a line up to this.
  func undecodable(to line: Int) -> RecordProblem? {
    guard prolog.encoding != .utf8 else { return nil }
    var found = headProblems.first
    if found == nil, var problem = body.problems.first {
      problem.line = problem.line.map { $0 + headLineEnds }
      problem.offset = problem.offset.map { $0 + rawHeadCount }
      found = problem
    }
    guard let found, (found.line ?? 1) <= line else { return nil }
    return found
  }

  // Says at the end what the bytes as a whole tell of the declared encoding.
  func finish() {
    guard !checked, let check = tap.check, let encoding = prolog.encoding else { return }
    checked = true
    let declared = prolog.declaredEncoding.flatMap(TextEncoding.init(name:))
    if check.looksLikeUTF8 {
      notices.append(
        RecordProblem(
          .encodingMismatch, line: check.firstHighLine,
          detail: "declared \(declared?.name ?? encoding.name), and the bytes fit as utf-8"))
    } else if declared == .iso88591, encoding == .windows1252, let line = check.firstControlLine {
      notices.append(
        RecordProblem(
          .encodingMismatch, line: line, detail: "declared iso-8859-1, read as windows-1252"))
    } else if let declared, declared.name.hasPrefix("iso-8859-"), let line = check.firstControlLine
    {
      // Left as they are: nothing says what was meant.
      notices.append(
        RecordProblem(
          .encodingMismatch, line: line,
          detail: "declared \(declared.name), in which some bytes are control characters"))
    }
  }

  // Reads what is left, so that every byte of the file has passed `onRawBytes`.
  func readRest() throws(SourceError) {
    while try body.read(into: buffer) > 0 {}
  }

  // Reads the head, finds the encoding and leaves the head as mended UTF-8.
  private func start() throws(SourceError) {
    var raw: [UInt8] = []
    try readHead(&raw, from: body, atLeast: Self.headSize)
    let signature = EncodingSignature(raw)
    prolog.hasByteOrderMark = signature.markLength > 0
    guard let signed = signature.encoding else {
      failure = RecordProblem(.unknownEncoding, line: 1, detail: signature.unknownName)
      return
    }
    if signed != .utf8 { try completeUnits(&raw, of: signed) }
    rawHeadCount = raw.count
    let unmarked = Array(raw.dropFirst(signature.markLength))
    // A declaration is ASCII in every encoding of single bytes.
    let scanner = DeclarationScanner(
      (signed == .utf8 ? unmarked : try decode(unmarked, signed)).prefix(256))
    if let scanner {
      prolog.hasDeclaration = true
      prolog.version = scanner.version
      prolog.declaredEncoding = scanner.encodingName
      prolog.mended = scanner.faults
    }
    // What a person says of the file counts, and not what the file says of itself.
    if let override { prolog.declaredEncoding = override }
    if !prolog.mended.isEmpty {
      let detail = prolog.mended.joined(separator: ", ")
      notices.append(RecordProblem(.declarationMended, line: 1, detail: detail))
    }
    guard let encoding = weigh(signed, isCertain: signature.isCertain) else { return }
    prolog.encoding = encoding
    head = encoding == .utf8 ? unmarked : try decode(unmarked, encoding)
    if encoding != .utf8 {
      headLineEnds = head.count { $0 == 0x0A }
      body = source.text(in: encoding, after: raw.count, readSize: source.chunkSize, tap: tap)
      if encoding.unitWidth == 1 {
        var check = SingleByteCheck()
        raw.withUnsafeBytes { check.add($0) }
        tap.check = check
      }
    }
    if let scanner { head.replaceSubrange(0..<scanner.length, with: scanner.wellFormed) }
  }

  // The encoding to read in, from the bytes and the declared name; `nil` when it is refused.
  private func weigh(_ signed: TextEncoding, isCertain: Bool) -> TextEncoding? {
    guard let name = prolog.declaredEncoding?.lowercased() else { return signed }
    let familyWidth = TextEncoding.unitWidth(ofFamily: name)
    let declared = TextEncoding(name: name)
    if !isCertain && familyWidth == nil && declared == nil {
      failure = RecordProblem(.unknownEncoding, line: 1, detail: "declared \(name)")
      return nil
    }
    // A byte order mark or the pattern of the first bytes is evidence, a name a mere claim, and
    // a declaration that can be read byte by byte is not of wider units whatever it says.
    let claimsWide = familyWidth != nil || (declared?.unitWidth ?? 1) > 1
    guard isCertain || claimsWide else {
      // As on the web: the two differ only in bytes that are control characters in ISO-8859-1.
      return declared == .iso88591 ? .windows1252 : declared
    }
    if familyWidth.map({ $0 != signed.unitWidth }) ?? (declared != signed) {
      notices.append(
        RecordProblem(
          .encodingMismatch, line: 1, detail: "declared \(name), read as \(signed.name)"))
    }
    return signed
  }

  private func readHead(
    _ raw: inout [UInt8], from source: UTF8Source, atLeast wanted: Int
  ) throws(SourceError) {
    while raw.count < wanted {
      let room = min(buffer.count, max(4, wanted - raw.count))
      let count = try source.read(into: .init(rebasing: buffer[..<room]))
      if count == 0 { return }
      raw.append(contentsOf: buffer[..<count])
    }
  }

  // Reads on until the head does not end inside a character of more than one byte.
  private func completeUnits(
    _ raw: inout [UInt8], of encoding: TextEncoding
  ) throws(SourceError) {
    let width = encoding.unitWidth
    let bigEndian = encoding == .utf16BigEndian
    let byteByByte = source.text(in: .utf8, after: raw.count, readSize: 1, tap: tap)
    while true {
      let count = raw.count
      let isWhole = count % width == 0
      let endsInPair =
        isWhole && width == 2 && count >= 2 && raw[count - (bigEndian ? 2 : 1)] & 0xFC == 0xD8
      if isWhole && !endsInPair { return }
      try readHead(&raw, from: byteByByte, atLeast: count + 1)
      if raw.count == count { return }
    }
  }

  private func decode(
    _ bytes: [UInt8], _ encoding: TextEncoding
  ) throws(SourceError) -> [UInt8] {
    let decoder = UTF8Source(bytes: bytes, encoding: encoding)
    var text: [UInt8] = []
    try readHead(&text, from: decoder, atLeast: .max)
    headProblems = decoder.problems
    return text
  }
}
