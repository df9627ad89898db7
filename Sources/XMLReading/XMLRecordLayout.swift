/// Which element of an XML file is a record, and which of its parts become columns.
///
/// What no rule and no dropped path takes is counted, never copied: see
/// ``XMLRecordReader/untakenPaths``.
public struct XMLRecordLayout: Sendable, Equatable {
  /// The record element.
  ///
  /// A plain name is matched anywhere, several names as the end of the path from the root, and a
  /// path that begins with a slash from the root.
  ///
  /// A record element inside a record is an element like any other.
  public let record: XMLPath
  /// The namespace that the record element must have, or `nil` for any or none.
  public let namespace: String?
  /// The number of columns.
  public let columnCount: Int
  /// The rules, in no particular order: each value goes to every rule that takes it.
  public let rules: [XMLFieldRule]
  /// Elements and attributes, relative to the record element, whose text is never copied.
  ///
  /// Nor is anything inside them. A dropped path wins over every rule.
  public let dropped: [XMLPath]

  /// Makes a layout, or says what is wrong with it.
  public init(
    record: XMLPath, namespace: String? = nil, columnCount: Int, rules: [XMLFieldRule],
    dropped: [XMLPath] = []
  ) throws(XMLLayoutError) {
    guard !record.takesAttributes, !record.steps.isEmpty else {
      throw XMLLayoutError(path: record.description, reason: "a record has to be an element")
    }
    for rule in rules {
      guard rule.column >= 0 && rule.column < columnCount else {
        throw XMLLayoutError(
          path: rule.path.description,
          reason: "the rule names column \(rule.column) of \(columnCount)")
      }
      try Self.requireRelative(rule.path)
      guard case .all(let except) = rule.content else { continue }
      guard !rule.path.takesAttributes else {
        throw XMLLayoutError(
          path: rule.path.description, reason: "an attribute has no elements below it")
      }
      for path in except { try Self.requireRelative(path) }
    }
    for path in dropped {
      try Self.requireRelative(path)
      guard path.takesAttributes || !path.steps.isEmpty else {
        throw XMLLayoutError(path: path.description, reason: "this would drop the whole record")
      }
    }
    self.record = record
    self.namespace = namespace
    self.columnCount = columnCount
    self.rules = rules
    self.dropped = dropped
  }

  /// Makes a layout from paths as text.
  public init(
    record: String, namespace: String? = nil, columnCount: Int, rules: [XMLFieldRule],
    dropped: [String] = []
  ) throws(XMLLayoutError) {
    var paths: [XMLPath] = []
    for text in dropped { paths.append(try XMLPath(text)) }
    try self.init(
      record: try XMLPath(record), namespace: namespace, columnCount: columnCount, rules: rules,
      dropped: paths)
  }

  private static func requireRelative(_ path: XMLPath) throws(XMLLayoutError) {
    guard !path.startsAtRoot else {
      throw XMLLayoutError(
        path: path.description, reason: "a path inside a record cannot begin with a slash")
    }
  }
}
