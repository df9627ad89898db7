extension EncodingJudge {
  // A declared single-byte encoding is contradicted when another is so much more plausible, for
  // the bytes taken together (a factor of fifty) and for each of them on the average.
  private static let contradiction = (total: 4.0, share: 0.6, letters: 2)

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

  // Plain `utf-16` and `utf-32` leave the byte order to the mark, or to the bytes.
  private func resolve(_ declared: String, _ found: EncodingFinding) -> TextEncoding? {
    switch TextEncoding.folded(declared) {
    case "utf16", "iso10646ucs2", "ucs2", "unicode":
      found.encoding == .utf16LittleEndian ? .utf16LittleEndian : .utf16BigEndian
    case "utf32", "iso10646ucs4", "ucs4":
      found.encoding == .utf32LittleEndian ? .utf32LittleEndian : .utf32BigEndian
    default: TextEncoding(name: declared)
    }
  }

  private func contradiction(to declared: TextEncoding, _ found: EncodingFinding) -> String? {
    if found.byteOrderMarkLength > 0, let marked = found.encoding, marked != declared {
      return "the byte order mark is that of \(marked.name)"
    }
    let unitLength = found.encoding?.unitLength ?? 1
    if unitLength != declared.unitLength {
      return unitLength == 1
        ? "the bytes are not UTF-\(declared.unitLength * 8)"
        : "the NUL bytes are those of UTF-\(unitLength * 8)"
    }
    if unitLength > 1 {
      return found.encoding == declared ? nil : "the bytes are in the other order"
    }
    if declared == .utf8 { return statistics.invalidSequences > 0 ? validity : nil }
    if statistics.validSequences > 0 && statistics.invalidSequences == 0 {
      return "\(statistics.highBytes) bytes above 127 are valid UTF-8"
    }
    if let reason = betterFit(than: declared) { return reason }
    if declared == .windows1252 && undefinedInWindows1252 > 0 {
      return "\(undefinedInWindows1252) bytes are undefined in it"
    }
    if (declared == .iso88591 || declared == .iso885915) && controlBytes > 0 {
      return "\(controlBytes) bytes 0x80–0x9F are used, which it has no letters for"
    }
    return nil
  }

  private func betterFit(than declared: TextEncoding) -> String? {
    guard let own = score(of: declared), let best = scores.max(by: { $0.total < $1.total }),
      best.total - own.total >= Self.contradiction.total,
      own.score <= best.score * Self.contradiction.share,
      best.swedish >= Self.contradiction.letters
    else { return nil }
    return "\(best.evidence) in \(best.encoding.name), and \(own.fitting) fit in it"
  }
}
