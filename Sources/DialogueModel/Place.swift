/// Where in the input something is: a file, and as much more as is known.
public struct Place: Sendable, Equatable, Hashable {
  /// The file's path as the dialogue names it.
  public var file: String
  /// The line, counted from 1.
  public var line: Int?
  /// The record, counted from 1 without header rows.
  public var record: Int?
  /// The column's or field's name.
  public var column: String?

  /// Makes a place.
  public init(file: String, line: Int? = nil, record: Int? = nil, column: String? = nil) {
    self.file = file
    self.line = line
    self.record = record
    self.column = column
  }
}

extension Place: CustomStringConvertible {
  /// The place in words: `enkat.csv line 412, record 411`.
  public var description: String {
    var words = file
    if let line { words += " line \(line)" }
    if let record { words += line == nil ? " record \(record)" : ", record \(record)" }
    return words
  }
}
