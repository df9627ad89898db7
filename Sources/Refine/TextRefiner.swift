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
  // One struct, so that a call asks for exclusive access once and not for each property.
  private var work: RefinerWork

  /// What was masked in the value refined last, in the order of the text.
  public var maskedSpans: [MaskedSpan] { work.maskedSpans }
  /// Whether anything was masked in the value refined last.
  public var didMask: Bool { !work.maskedSpans.isEmpty }
  /// How the value refined last came from its original; empty when the two are equal.
  public var edits: EditList { work.edits }
  /// Whether the value refined last differs from its original.
  public var didEdit: Bool { !work.edits.isEmpty }

  /// Makes a refiner.
  ///
  /// - Parameters:
  ///   - emptyAnswers: The words that count as no answer.
  ///   - publicNumbers: Telephone numbers that are not masked, such as the switchboard.
  public init(emptyAnswers: EmptyAnswerWords = .standard, publicNumbers: [String] = []) {
    work = RefinerWork(
      emptyAnswers: emptyAnswers, masker: PersonalDataMasker(publicNumbers: publicNumbers))
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
    work.refine(value, into: &column)
  }
}
