extension EncodingJudge {
  // Which of the single-byte encodings it is, now that it is not UTF-8.
  func bySingleBytes() -> EncodingFinding {
    var start = "not UTF-8 (first invalid byte at \(words(for: statistics.firstInvalid)))"
    if statistics.validSequences > 0 {
      start += "; \(statistics.validSequences) sequences would be valid UTF-8"
    }
    let windows = score(of: .windows1252)
    if let best = bestOther, let windows, best.total > windows.total {
      return text(best.encoding, "\(start); \(reason(for: best, over: windows))")
    }
    let fit = windows.map { "; \($0.fitting) of \($0.count) fit their neighbours" } ?? ""
    let marks = controlBytes
    if marks == 0 && isSampled {
      // One such byte outside the samples would be lost as a control character in iso-8859-1.
      return text(
        .windows1252,
        "\(start); no byte 0x80–0x9F in the samples, and windows-1252 gives the same text"
          + " without them\(fit)")
    }
    guard marks > 0 else {
      let same =
        latin9Bytes == 0
        ? "iso-8859-1, iso-8859-15 and windows-1252 give"
        : "iso-8859-1 and windows-1252 give"
      return text(
        .iso88591, "\(start); no byte 0x80–0x9F is used, so \(same) the same text\(fit)")
    }
    guard undefinedInWindows1252 > 0 else {
      return text(
        .windows1252,
        "\(start); bytes 0x80–0x9F are used, which windows-1252 has letters for\(fit)")
    }
    return text(
      .windows1252,
      "\(start); bytes 0x80–0x9F are used, \(undefinedInWindows1252) of them bytes that"
        + " windows-1252 leaves undefined\(fit)",
      [undefinedProblem])
  }

  // ISO-8859-15 has control characters for 0x80–0x9F, as ISO-8859-1 has.
  private var bestOther: SingleByteScore? {
    let isPossible = { (score: SingleByteScore) in
      switch score.encoding {
      case .windows1252, .iso88591: false
      case .iso885915: controlBytes == 0 && latin9Bytes > 0
      default: true
      }
    }
    return scores.filter(isPossible).max { $0.total < $1.total }
  }

  private func reason(for best: SingleByteScore, over windows: SingleByteScore) -> String {
    if best.encoding == .iso885915 {
      return "no byte 0x80–0x9F is used, and \(latin9Bytes) bytes are used that are letters or €"
        + " in iso-8859-15 and signs in iso-8859-1, where a letter or € fits better"
    }
    return "\(best.evidence) in \(best.encoding.name), and \(windows.fitting) fit in windows-1252"
  }

  func score(of encoding: TextEncoding) -> SingleByteScore? {
    scores.first { $0.encoding == encoding }
  }

  var controlBytes: Int { statistics.count(of: 0x80...0x9F) }

  private var latin9Bytes: Int {
    SingleByteTable.latin9.keys.reduce(0) { $0 + statistics.counts[$1] }
  }

  var undefinedInWindows1252: Int {
    [0x81, 0x8D, 0x8F, 0x90, 0x9D].reduce(0) { $0 + statistics.counts[$1] }
  }

  var undefinedProblem: RecordProblem {
    RecordProblem(
      .invalidEncoding, found: undefinedInWindows1252,
      detail: "bytes that windows-1252 leaves undefined")
  }
}
