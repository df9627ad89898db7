// Draws the conclusion from what was counted. One place for the rules, apart from the reading.
struct EncodingJudge {
  typealias Candidate = EncodingFinding.Candidate

  let statistics: ByteStatistics
  let head: [UInt8]
  let size: Int
  let isSampled: Bool
  // The single-byte encodings; none is considered as long as all is valid UTF-8.
  let scores: [SingleByteScore]

  // More than one NUL byte in so many bytes is no longer text with a stray NUL in it.
  private static let bytesPerStrayNul = 1000
  // A file with so many valid sequences for each invalid one is UTF-8 with damaged places.
  private static let validPerInvalid = 3

  init(statistics: ByteStatistics, head: [UInt8], size: Int, isSampled: Bool) {
    self.statistics = statistics
    self.head = head
    self.size = size
    self.isSampled = isSampled
    scores = statistics.invalidSequences > 0 ? SingleByteScore.all(statistics.neighbours) : []
  }

  // What the bytes say for themselves.
  func found() -> EncodingFinding {
    if size == 0 { return text(.utf8, "the file is empty") }
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
    // FF FE 00 00 could be UTF-16 with a NUL for its first character.
    if head.starts(with: [0xFF, 0xFE, 0, 0]) && statistics.nulsAtOffsets[2] * 8 >= statistics.total
    {
      return wide(.utf32LittleEndian, "byte order mark FF FE 00 00", mark: 4)
    }
    if head.starts(with: [0, 0, 0xFE, 0xFF]) {
      return wide(.utf32BigEndian, "byte order mark 00 00 FE FF", mark: 4)
    }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      let isValid = statistics.invalidSequences == 0
      let rest = isValid ? ", and every byte sequence is valid" : "; \(validity)"
      return text(.utf8, "byte order mark\(rest)", isValid ? [] : [invalidProblem], mark: 3)
    }
    if head.starts(with: [0xFF, 0xFE]) {
      return wide(.utf16LittleEndian, "byte order mark FF FE", mark: 2)
    }
    if head.starts(with: [0xFE, 0xFF]) {
      return wide(.utf16BigEndian, "byte order mark FE FF", mark: 2)
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
    if let finding = byQuads() ?? byPairs() { return finding }
    // Control characters that no text file has; tab, line ends, form feed and escape are not
    // among them.
    let controls =
      statistics.count(of: 0x01...0x08) + statistics.count(of: 0x0E...0x1A)
      + statistics.count(of: 0x1C...0x1F)
    let strayLimit = max(1, statistics.total / Self.bytesPerStrayNul)
    if controls > 0 || statistics.nuls > strayLimit {
      return EncodingFinding(
        encoding: nil,
        evidence: "not text: \(statistics.nuls) NUL bytes, and not in the pattern of UTF-16"
          + " or UTF-32",
        binaryKind: "binary data")
    }
    return nil
  }

  // Text of this part of the world has a NUL in almost every UTF-16 unit, on one side.
  private func byPairs() -> EncodingFinding? {
    let pairs = max(statistics.total / 2, 1)
    let odd = statistics.nulsAtOddOffsets
    let even = statistics.nulsAtEvenOffsets
    if odd * 10 >= pairs * 7 && even * 20 <= pairs {
      return wide(
        .utf16LittleEndian, "no byte order mark; \(odd) of \(pairs) pairs end in a NUL byte",
        share: Double(odd) / Double(pairs))
    }
    if even * 10 >= pairs * 7 && odd * 20 <= pairs {
      return wide(
        .utf16BigEndian, "no byte order mark; \(even) of \(pairs) pairs begin with a NUL byte",
        share: Double(even) / Double(pairs))
    }
    return nil
  }

  // Every character of UTF-32 has a NUL for its highest byte, and but for emoji one beside it.
  private func byQuads() -> EncodingFinding? {
    let quads = statistics.total / 4
    guard quads > 0, quads > 1 || statistics.total == 4 else { return nil }
    let nuls = statistics.nulsAtOffsets
    func isPattern(_ highest: Int, _ second: Int, _ third: Int, _ lowest: Int) -> Bool {
      highest * 100 >= quads * 99 && second * 10 >= quads * 7 && third * 2 >= quads
        && lowest * 20 <= quads
    }
    if isPattern(nuls[3], nuls[2], nuls[1], nuls[0]) {
      return wide(
        .utf32LittleEndian,
        "no byte order mark; \(nuls[2]) of \(quads) groups of four end in two NUL bytes",
        share: Double(nuls[2]) / Double(quads))
    }
    if isPattern(nuls[0], nuls[1], nuls[2], nuls[3]) {
      return wide(
        .utf32BigEndian,
        "no byte order mark; \(nuls[1]) of \(quads) groups of four begin with two NUL bytes",
        share: Double(nuls[1]) / Double(quads))
    }
    return nil
  }

  func text(
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
      encoding: encoding, byteOrderMarkLength: mark, evidence: evidence, problems: problems,
      candidates: candidates(chosen: encoding, hasMark: mark > 0))
  }

  private func wide(
    _ encoding: TextEncoding, _ evidence: String, mark: Int = 0, share: Double = 1
  ) -> EncodingFinding {
    let candidate = Candidate(name: encoding.name, score: Self.rounded(share), evidence: evidence)
    let left = size % encoding.unitLength
    guard left > 0 else {
      return EncodingFinding(
        encoding: encoding, byteOrderMarkLength: mark, evidence: evidence,
        candidates: [candidate])
    }
    let isPair = encoding.unitLength == 2
    let odd = isPair ? "is odd" : "cannot be divided by four"
    return EncodingFinding(
      encoding: encoding, byteOrderMarkLength: mark,
      evidence: "\(evidence); the number of bytes \(odd)",
      problems: [
        RecordProblem(
          .invalidEncoding,
          detail: isPair ? "half a character at the end" : "part of a character at the end",
          offset: size - left)
      ],
      candidates: [candidate])
  }

  private func candidates(chosen: TextEncoding, hasMark: Bool) -> [Candidate] {
    let sequences = statistics.validSequences + statistics.invalidSequences
    let share = sequences == 0 ? 1 : Double(statistics.validSequences) / Double(sequences)
    let words =
      sequences == 0
      ? "no byte above 127"
      : "\(statistics.validSequences) of \(sequences) sequences above 127 are valid UTF-8"
    let utf8 = Candidate(
      name: TextEncoding.utf8.name, score: Self.rounded(share),
      evidence: hasMark ? "byte order mark; \(words)" : words)
    let others = scores.map {
      Candidate(name: $0.encoding.name, score: Self.rounded($0.score), evidence: $0.evidence)
    }
    // Those that are equal stay in the order in which they are listed.
    let ordered = ([utf8] + others).enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }.map(\.element)
    let isChosen = { (candidate: Candidate) in candidate.name == chosen.name }
    return ordered.filter(isChosen) + ordered.filter { !isChosen($0) }
  }

  // Three decimals: more would say more than is known.
  private static func rounded(_ score: Double) -> Double {
    (min(1, max(0, score)) * 1000).rounded() / 1000
  }

  var validity: String {
    "\(statistics.validSequences) sequences above 127 are valid UTF-8 and"
      + " \(statistics.invalidSequences) are not (first invalid byte at"
      + " \(words(for: statistics.firstInvalid)))"
  }

  var invalidProblem: RecordProblem {
    RecordProblem(
      .invalidEncoding, line: statistics.firstInvalid?.line, found: statistics.invalidSequences,
      detail: "sequences that are not UTF-8", offset: statistics.firstInvalid?.offset)
  }

  func words(for place: ByteStatistics.Place?) -> String {
    guard let place else { return "an unknown offset" }
    guard let line = place.line else { return "offset \(place.offset)" }
    return "offset \(place.offset), line \(line)"
  }
}
