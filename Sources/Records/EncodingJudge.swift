// Draws the conclusion from what was counted. One place for the rules, apart from the reading.
struct EncodingJudge {
  let statistics: ByteStatistics
  let head: [UInt8]
  let size: Int
  let isSampled: Bool

  // More than one NUL byte in so many bytes is no longer text with a stray NUL in it.
  private static let bytesPerStrayNul = 1000
  // A file with so many valid sequences for each invalid one is UTF-8 with damaged places.
  private static let validPerInvalid = 3

  // What the bytes say for themselves.
  func found() -> EncodingFinding {
    if size == 0 { return EncodingFinding(encoding: .utf8, evidence: "the file is empty") }
    if let finding = byMark() ?? bySignature() ?? byNuls() { return finding }
    if statistics.highBytes == 0 {
      return text(.utf8, "pure ASCII, read as utf-8")
    }
    if statistics.invalidSequences == 0 {
      let count = statistics.highBytes
      return text(.utf8, "no byte order mark; \(count) bytes above 127 are valid UTF-8")
    }
    if statistics.validSequences >= Self.validPerInvalid * statistics.invalidSequences {
      return text(.utf8, "no byte order mark; \(validity)", [invalidProblem])
    }
    return bySingleBytes()
  }

  private func byMark() -> EncodingFinding? {
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      let name = head[0] == 0xFF ? "utf-32le" : "utf-32be"
      return EncodingFinding(
        encoding: nil, byteOrderMarkLength: 4, evidence: "byte order mark of \(name)",
        problems: [RecordProblem(.unknownEncoding, detail: name)])
    }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      let isValid = statistics.invalidSequences == 0
      let rest = isValid ? ", and every byte sequence is valid" : "; \(validity)"
      return text(.utf8, "byte order mark\(rest)", isValid ? [] : [invalidProblem], mark: 3)
    }
    if head.starts(with: [0xFF, 0xFE]) {
      return utf16(.utf16LittleEndian, "byte order mark FF FE", mark: 2)
    }
    if head.starts(with: [0xFE, 0xFF]) {
      return utf16(.utf16BigEndian, "byte order mark FE FF", mark: 2)
    }
    return nil
  }

  private func bySignature() -> EncodingFinding? {
    guard let kind = FileSignature.kind(of: head) else { return nil }
    return EncodingFinding(
      encoding: nil, evidence: "not text: begins as a \(kind) does", binaryKind: kind)
  }

  private func byNuls() -> EncodingFinding? {
    guard statistics.nuls > 0 else { return nil }
    let pairs = max(statistics.total / 2, 1)
    let odd = statistics.nulsAtOddOffsets
    let even = statistics.nulsAtEvenOffsets
    // Text of this part of the world has a NUL in almost every UTF-16 unit, on one side.
    if odd * 10 >= pairs * 7 && even * 20 <= pairs {
      return utf16(
        .utf16LittleEndian, "no byte order mark; \(odd) of \(pairs) pairs end in a NUL byte")
    }
    if even * 10 >= pairs * 7 && odd * 20 <= pairs {
      return utf16(
        .utf16BigEndian, "no byte order mark; \(even) of \(pairs) pairs begin with a NUL byte")
    }
    // Control characters that no text file has; tab, line ends, form feed and escape are not
    // among them.
    let controls =
      statistics.count(of: 0x01...0x08) + statistics.count(of: 0x0E...0x1A)
      + statistics.count(of: 0x1C...0x1F)
    let strayLimit = max(1, statistics.total / Self.bytesPerStrayNul)
    if controls > 0 || statistics.nuls > strayLimit {
      return EncodingFinding(
        encoding: nil,
        evidence: "not text: \(statistics.nuls) NUL bytes, and not in the pattern of UTF-16",
        binaryKind: "binary data")
    }
    return nil
  }

  private func bySingleBytes() -> EncodingFinding {
    var start = "not UTF-8 (first invalid byte at \(words(for: statistics.firstInvalid)))"
    if statistics.validSequences > 0 {
      start += "; \(statistics.validSequences) sequences would be valid UTF-8"
    }
    let swedish = [0x8A, 0x8C, 0x9A].map { statistics.counts[$0] }
    let windowsSwedish = [0xE4, 0xE5, 0xF6].map { statistics.counts[$0] }
    if swedish.filter({ $0 > 0 }).count >= 2, swedish.reduce(0, +) >= 3,
      windowsSwedish.allSatisfy({ $0 == 0 })
    {
      return text(
        .macintosh,
        "\(start); bytes 8A, 8C and 9A (ä, å and ö in macintosh) are used"
          + " \(swedish.reduce(0, +)) times, and E4, E5 and F6 (the same in windows-1252) never")
    }
    let marks = statistics.count(of: 0x80...0x9F)
    if marks == 0 && isSampled {
      // One such byte outside the samples would be lost as a control character in iso-8859-1.
      return text(
        .windows1252,
        "\(start); no byte 0x80–0x9F in the samples, and windows-1252 gives the same text"
          + " without them")
    }
    guard marks > 0 else {
      return text(
        .iso88591,
        "\(start); no byte 0x80–0x9F is used, so iso-8859-1 and windows-1252 give the same text")
    }
    guard undefinedInWindows1252 > 0 else {
      return text(
        .windows1252,
        "\(start); bytes 0x80–0x9F are used, which windows-1252 has letters for")
    }
    return text(
      .windows1252,
      "\(start); bytes 0x80–0x9F are used, \(undefinedInWindows1252) of them bytes that"
        + " windows-1252 leaves undefined",
      [undefinedProblem])
  }

  // The declared encoding wins. What contradicts it is a problem, and the evidence stays.
  func weigh(declared: String, against found: EncodingFinding) -> EncodingFinding {
    if found.encoding == nil { return found }
    guard let encoding = resolve(declared, found) else {
      var finding = found
      let name = String(declared.prefix(40))
      finding.problems.insert(RecordProblem(.unknownEncoding, detail: name), at: 0)
      finding.evidence = "declared as an encoding that is not known here; \(found.evidence)"
      return finding
    }
    var finding = found
    finding.encoding = encoding
    finding.isDeclared = true
    guard size > 0 else { return finding }
    if let reason = contradiction(to: encoding, found) {
      finding.evidence = "declared, but \(reason); \(found.evidence)"
      let place = encoding == .utf8 ? statistics.firstInvalid : nil
      finding.problems.insert(
        RecordProblem(
          .encodingMismatch, line: place?.line,
          detail: "declared \(encoding.name), but \(reason)", offset: place?.offset),
        at: 0)
    } else {
      finding.evidence = "declared; \(found.evidence)"
    }
    if encoding != found.encoding {
      // What was wrong with the text in the encoding that was found is judged anew.
      finding.problems.removeAll { $0.kind == .invalidEncoding }
      if encoding == .utf8 && statistics.invalidSequences > 0 {
        finding.problems.append(invalidProblem)
      }
      if encoding == .windows1252 && undefinedInWindows1252 > 0 {
        finding.problems.append(undefinedProblem)
      }
    }
    return finding
  }

  // Plain `utf-16` leaves the byte order to the mark, or to the bytes.
  private func resolve(_ declared: String, _ found: EncodingFinding) -> TextEncoding? {
    if ["utf16", "iso10646ucs2", "ucs2", "unicode"].contains(TextEncoding.folded(declared)) {
      return found.encoding == .utf16LittleEndian ? .utf16LittleEndian : .utf16BigEndian
    }
    return TextEncoding(name: declared)
  }

  private func contradiction(to declared: TextEncoding, _ found: EncodingFinding) -> String? {
    if found.byteOrderMarkLength > 0, let marked = found.encoding, marked != declared {
      return "the byte order mark is that of \(marked.name)"
    }
    let isWide = found.encoding?.isUTF16 ?? false
    if isWide != declared.isUTF16 {
      return isWide ? "the NUL bytes are those of UTF-16" : "the bytes are not UTF-16"
    }
    if isWide { return found.encoding == declared ? nil : "the bytes are in the other order" }
    if declared == .utf8 { return statistics.invalidSequences > 0 ? validity : nil }
    if statistics.validSequences > 0 && statistics.invalidSequences == 0 {
      return "\(statistics.highBytes) bytes above 127 are valid UTF-8"
    }
    if declared == .windows1252 && undefinedInWindows1252 > 0 {
      return "\(undefinedInWindows1252) bytes are undefined in it"
    }
    let marks = statistics.count(of: 0x80...0x9F)
    if declared == .iso88591 && marks > 0 {
      return "\(marks) bytes 0x80–0x9F are used, which it has no letters for"
    }
    return nil
  }

  private func text(
    _ encoding: TextEncoding, _ evidence: String, _ problems: [RecordProblem] = [],
    mark: Int = 0
  ) -> EncodingFinding {
    var problems = problems
    var evidence = evidence
    if statistics.nuls > 0 {
      evidence += "; \(statistics.nuls) NUL bytes (first at \(words(for: statistics.firstNul)))"
      problems.append(
        RecordProblem(
          .nulByte, line: statistics.firstNul?.line, found: statistics.nuls,
          offset: statistics.firstNul?.offset))
    }
    return EncodingFinding(
      encoding: encoding, byteOrderMarkLength: mark, evidence: evidence, problems: problems)
  }

  private func utf16(
    _ encoding: TextEncoding, _ evidence: String, mark: Int = 0
  ) -> EncodingFinding {
    guard size % 2 == 1 else {
      return EncodingFinding(encoding: encoding, byteOrderMarkLength: mark, evidence: evidence)
    }
    return EncodingFinding(
      encoding: encoding, byteOrderMarkLength: mark,
      evidence: "\(evidence); the number of bytes is odd",
      problems: [
        RecordProblem(
          .invalidEncoding, detail: "half a character at the end", offset: size - 1)
      ])
  }

  private var validity: String {
    "\(statistics.validSequences) sequences above 127 are valid UTF-8 and"
      + " \(statistics.invalidSequences) are not (first invalid byte at"
      + " \(words(for: statistics.firstInvalid)))"
  }

  private var invalidProblem: RecordProblem {
    RecordProblem(
      .invalidEncoding, line: statistics.firstInvalid?.line, found: statistics.invalidSequences,
      detail: "sequences that are not UTF-8", offset: statistics.firstInvalid?.offset)
  }

  private var undefinedInWindows1252: Int {
    [0x81, 0x8D, 0x8F, 0x90, 0x9D].reduce(0) { $0 + statistics.counts[$1] }
  }

  private var undefinedProblem: RecordProblem {
    RecordProblem(
      .invalidEncoding, found: undefinedInWindows1252,
      detail: "bytes that windows-1252 leaves undefined")
  }

  private func words(for place: ByteStatistics.Place?) -> String {
    guard let place else { return "an unknown offset" }
    guard let line = place.line else { return "offset \(place.offset)" }
    return "offset \(place.offset), line \(line)"
  }
}
