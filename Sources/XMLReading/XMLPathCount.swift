/// How often an element or attribute of a file was seen, by its path.
public struct XMLPathCount: Sendable, Equatable {
  /// The path: relative to the record element inside records, such as `Header/Status/Name` or
  /// `answer/@type`, with `.` for the record element itself; from the root, with a slash before
  /// it, outside records.
  public let path: String
  /// Whether it stands inside a record.
  public let isInsideRecord: Bool
  /// The number of times that it was seen.
  public let seen: Int
  /// The number of times that it had text of its own, or a value.
  public let withText: Int

  /// Makes a count.
  public init(path: String, isInsideRecord: Bool, seen: Int, withText: Int) {
    self.path = path
    self.isInsideRecord = isInsideRecord
    self.seen = seen
    self.withText = withText
  }
}
