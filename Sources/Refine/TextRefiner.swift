import DialogueModel
import Records

/// Makes a received text fit to be compared, tagged and shown: normalised, then masked.
///
/// In this order:
///
/// 1. **Normal form.** NFC, so that å is å whether a Mac wrote it as one sign or as two.
/// 2. **White space.** CR LF, CR, VT, FF, NEL, LS and PS become LF. A run of blanks (tab, NBSP,
///    the spaces of U+2000–U+200A, U+202F, U+205F, U+1680, U+3000) becomes one blank. Blanks at
///    both ends of a line go; three line feeds or more become two; white space at both ends of
///    the text goes.
/// 3. **What shows nothing** goes: soft hyphen, zero-width space, word joiner, byte order mark,
///    the marks and controls of writing direction (an unclosed one would turn the rest of the
///    annex), all other C0 and C1 controls. A zero-width joiner or non-joiner stays between two
///    emoji and between letters of Arabic and the Indian scripts, whose spelling needs it.
/// 4. **Masking** of personal data, before any other step sees the text; see
///    ``PersonalDataMasker``.
/// 5. **Empty answers** are told from texts; see ``EmptyAnswerWords``.
///
/// HTML entities are not decoded: a reader decodes what its format defines, and `&lt;` in a
/// text that was never HTML is what was written. Mojibake is not repaired here.
///
/// Refining a refined text changes nothing. Most values need nothing: they are read once, eight
/// bytes at a time, and copied. One refiner serves one worker.
public final class TextRefiner {
  private var folder = TextFolder()
  private let masker: PersonalDataMasker
  private let emptyAnswers: EmptyAnswerWords

  /// What was masked in the value refined last, in the order of the text.
  public private(set) var maskedSpans: [MaskedSpan] = []
  /// How the value refined last came from its original; empty when the two are equal.
  public private(set) var edits = EditList()

  /// Makes a refiner.
  ///
  /// - Parameters:
  ///   - emptyAnswers: The words that count as no answer.
  ///   - publicNumbers: Telephone numbers that are not masked, such as the switchboard.
  public init(emptyAnswers: EmptyAnswerWords = .standard, publicNumbers: [String] = []) {
    self.emptyAnswers = emptyAnswers
    masker = PersonalDataMasker(publicNumbers: publicNumbers)
  }

  /// Refines one value and adds it to the open value of a column, which the caller closes.
  ///
  /// An empty answer is added too, as it was given ("Vet ej"); a caller that wants none drops
  /// it with `discardOpen()`.
  ///
  /// - Parameters:
  ///   - value: Valid UTF-8 of less than 4 GiB, not in the storage of `column`.
  ///   - column: The column that gets the refined value.
  /// - Returns: Whether it is a text or an empty answer.
  public func refine(
    _ value: UnsafeBufferPointer<UInt8>, into column: inout ByteColumn
  ) -> RefinedOutcome {
    if !maskedSpans.isEmpty { maskedSpans.removeAll(keepingCapacity: true) }
    edits.removeAll()
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
    if isChanged { edits = folder.edits }
    if let kind = emptyAnswers.classify(folded) { return .empty(kind) }
    return .text
  }

  /// Adds the folded text with what was found replaced, and joins the edits of both steps.
  private func appendMasked(
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

  private func append(_ edit: TextEdit, movedBy growth: Int) {
    let refined = Int(edit.refinedStart) + growth..<Int(edit.refinedEnd) + growth
    edits.append(original: edit.original, refined: refined)
  }
}
