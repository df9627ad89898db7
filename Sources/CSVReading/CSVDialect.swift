/// How a CSV file is written: what stands between the fields, and around them.
public struct CSVDialect: Sendable, Hashable {
  /// The delimiters that are looked for: semicolon, comma, tab and vertical bar.
  public static let delimiters: [UInt8] = [0x3B, 0x2C, 0x09, 0x7C]

  /// The byte between two fields.
  public var delimiter: UInt8
  /// The byte around a field that holds delimiters or line ends.
  public var quote: UInt8
  /// Whether the first line is `sep=;` or the like, which says the delimiter and is no record.
  public var hasSeparatorLine: Bool
  /// The line end after the first record, where there is one.
  ///
  /// Nothing depends on it: all three are understood in every file.
  public var lineEnd: CSVLineEnd?

  /// Makes a dialect.
  public init(
    delimiter: UInt8, quote: UInt8 = 0x22, hasSeparatorLine: Bool = false,
    lineEnd: CSVLineEnd? = nil
  ) {
    let reserved: [UInt8] = [0x0A, 0x0D, 0x20]
    precondition(
      delimiter != quote && !reserved.contains(delimiter) && !reserved.contains(quote)
        && delimiter < 0x80 && quote < 0x80,
      "delimiter and quote are two ASCII bytes that are neither blank nor line end")
    self.delimiter = delimiter
    self.quote = quote
    self.hasSeparatorLine = hasSeparatorLine
    self.lineEnd = lineEnd
  }

  /// The dialect of a file with one column: the delimiter is a byte that no text holds.
  public static let singleColumn = CSVDialect(delimiter: 0x1F)

  /// The delimiter as a character, or `nil` for a file with one column.
  public var delimiterCharacter: Character? {
    delimiter == 0x1F ? nil : Character(Unicode.Scalar(delimiter))
  }

  // Space and tab, which libcsv leaves out around a field that is not quoted, and after a
  // quoted one; a tab that is the delimiter is no blank.
  @inline(__always)
  func isBlank(_ byte: UInt8) -> Bool {
    (byte == 0x20 || byte == 0x09) && byte != delimiter
  }
}

extension CSVDialect {
  // A delimiter as a reader can see it.
  static func word(for byte: UInt8) -> String {
    switch byte {
    case 0x09: "tab"
    case 0x21...0x7E: "'\(Character(Unicode.Scalar(byte)))'"
    default: "byte \(byte)"
    }
  }
}
