import Records

/// The steps of ``TextRefiner`` and their buffers.
struct RefinerWork: ~Copyable {
  private var folder = TextFolder()
  private let masker: PersonalDataMasker
  private let emptyAnswers: EmptyAnswerWords
  private(set) var maskedSpans: [MaskedSpan] = []
  private(set) var edits = EditList()

  init(emptyAnswers: EmptyAnswerWords, masker: PersonalDataMasker) {
    self.emptyAnswers = emptyAnswers
    self.masker = masker
  }

  mutating func refine(
    _ value: UnsafeBufferPointer<UInt8>, into column: inout ByteColumn
  ) -> RefinedOutcome {
    if !maskedSpans.isEmpty { maskedSpans.removeAll(keepingCapacity: true) }
    edits.removeAll()
    if let short = ShortAnswer(value) {
      column.extend(short.word, count: short.count)
      return emptyAnswers.hold(short) ? .empty(.word) : .text
    }
    let isChanged = folder.fold(value)
    let folded = isChanged ? folder.output.bytes : value
    if folder.mayHoldPersonalData {
      masker.find(in: folded)
      if !masker.hits.isEmpty {
        appendMasked(folded, to: &column)
        return .text
      }
    }
    column.extend(folded)
    if isChanged { folder.exchangeEdits(with: &edits) }
    if let kind = emptyAnswers.classify(folded) { return .empty(kind) }
    return .text
  }

  /// Adds the folded text with what was found replaced, and joins the edits of both steps.
  private mutating func appendMasked(
    _ folded: UnsafeBufferPointer<UInt8>, to column: inout ByteColumn
  ) {
    let folding = folder.edits
    var next = 0
    var position = 0
    // How much longer the refined text is than the folded one, up to `position`.
    var growth = 0
    for hit in masker.hits {
      column.extend(UnsafeBufferPointer(rebasing: folded[position..<hit.start]))
      let replacement = masker.replacement(of: hit.rule.kind)
      replacement.withUnsafeBufferPointer { column.extend($0) }
      position = hit.end

      // Edits that end before the span stand; those inside it are part of what it replaced.
      while next < folding.edits.count, Int(folding.edits[next].refinedEnd) <= hit.start {
        append(folding.edits[next], movedBy: growth)
        next += 1
      }
      let original = folding.originalRange(of: hit.start..<hit.end)
      let masked = hit.start + growth..<hit.start + growth + replacement.count
      maskedSpans.append(MaskedSpan(rule: hit.rule, original: original, masked: masked))
      var start = hit.start
      var end = hit.end
      while next < folding.edits.count, Int(folding.edits[next].refinedStart) < hit.end {
        // A span that cuts an edit takes the whole of it along.
        start = min(start, Int(folding.edits[next].refinedStart))
        end = max(end, Int(folding.edits[next].refinedEnd))
        next += 1
      }
      growth += replacement.count - (hit.end - hit.start)
      edits.append(
        original: original,
        refined: masked.lowerBound - (hit.start - start)..<masked.upperBound + (end - hit.end))
    }
    column.extend(UnsafeBufferPointer(rebasing: folded[position...]))
    while next < folding.edits.count {
      append(folding.edits[next], movedBy: growth)
      next += 1
    }
  }

  private mutating func append(_ edit: TextEdit, movedBy growth: Int) {
    let refined = Int(edit.refinedStart) + growth..<Int(edit.refinedEnd) + growth
    edits.append(original: edit.original, refined: refined)
  }
}
