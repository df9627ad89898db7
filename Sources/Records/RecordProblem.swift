/// Something wrong with one record or with the file around it, seen by a reader.
///
/// It has a kind and a place and never the content: the content may be personal data. The
/// importing step turns it into a finding with words and a remedy.
public struct RecordProblem: Sendable, Equatable {
  /// What kind of problem a reader can see.
  public enum Kind: String, Sendable, CaseIterable {
    /// The record has another number of fields than the header. `expected` and `found` say which.
    case fieldCount
    /// A quoted field was open when the file ended.
    case unterminatedQuote
    /// A quote inside a quoted field that is not doubled. The record is read: this is a notice.
    case strayQuote
    /// Bytes that are not text in the encoding of the file.
    case invalidEncoding
    /// A record larger than the limit.
    case recordTooLong
    /// A NUL byte in the text.
    case nulByte
    /// XML that is not well-formed; the reading stopped here.
    case notWellFormed
    /// An XML document type declaration, which is refused.
    case documentType
    /// XML nested deeper than the limit.
    case tooDeep
    /// An XML value or name longer than the limit.
    case valueTooLong
    /// An XML declaration that was not well-formed and was mended.
    case declarationMended
    /// The file declares an encoding that its bytes contradict.
    case encodingMismatch
    /// An encoding that no reader here knows.
    case unknownEncoding
  }

  /// What kind of problem.
  public var kind: Kind
  /// The record's index in the batch, or `nil` when the problem concerns the file.
  public var recordIndex: Int?
  /// The line, counted from 1.
  public var line: Int?
  /// The column's or field's position in the file, counted from 1.
  public var field: Int?
  /// The number that was expected, where the kind has one.
  public var expected: Int?
  /// The number that was found, where the kind has one.
  public var found: Int?
  /// Words of the reader's own, such as an encoding's name; never the content of a field.
  public var detail: String?
  /// The offset in the file of the first byte concerned, counted from 0, where it is known.
  public var offset: Int?

  /// Makes a problem.
  public init(
    _ kind: Kind, recordIndex: Int? = nil, line: Int? = nil, field: Int? = nil,
    expected: Int? = nil, found: Int? = nil, detail: String? = nil,
    offset: Int? = nil
  ) {
    self.kind = kind
    self.recordIndex = recordIndex
    self.line = line
    self.field = field
    self.expected = expected
    self.found = found
    self.detail = detail
    self.offset = offset
  }
}
