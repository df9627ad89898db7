/// Which element of an XML file is a record, and which of its parts become columns.
///
/// What no rule and no dropped path takes is counted, never copied: see
/// ``XMLRecordReader/untakenPaths``.
public struct XMLRecordLayout: Sendable, Equatable {
  /// The record element.
  ///
  /// A plain name is matched anywhere, several names as the end of the path from the root, and a
  /// path that begins with a slash from the root: `/*` is the root whatever its name, as in
  /// OpenRosa, and `/forms/*` every element in it. The last name must be known to be a record's,
  /// so `*` alone is refused.
  ///
  /// A record element inside a record is a record of its own and no part of the outer one, unless
  /// the outer one drops it. Records are numbered in the order of their end tags, the inner ones
  /// before the outer: only then can a record be handed on while what is around it goes on.
  public let record: XMLPath
  /// The namespace that the record element must have, or `nil` for any or none.
  public let namespace: String?
  /// The number of columns.
  public let columnCount: Int
  /// The rules, in no particular order: each value goes to every rule that takes it.
  public let rules: [XMLFieldRule]
  /// Elements and attributes, relative to the record element, whose text is never copied.
  ///
  /// Nor is anything inside them. A dropped path wins over every rule. A condition on a child
  /// comes too late for records that stand in the element before that child: they are read.
  public let dropped: [XMLPath]
  /// Elements, anywhere in the file, that are read as if they were not there, with all in them.
  public let skippedWhere: [XMLSkipRule]

  /// Makes a layout, or says what is wrong with it.
  public init(
    record: XMLPath, namespace: String? = nil, columnCount: Int, rules: [XMLFieldRule],
    dropped: [XMLPath] = [], skippedWhere: [XMLSkipRule] = []
  ) throws(XMLLayoutError) {
    guard !record.takesAttributes, !record.steps.isEmpty else {
      throw XMLLayoutError(path: record.description, reason: "a record has to be an element")
    }
    guard !record.hasConditions else {
      throw XMLLayoutError(path: record.description, reason: "a record can have no condition")
    }
    let isAnything =
      record.steps.last?.name == .anyNumber
      || (record.steps.last?.name == .anyOne && record.steps.count == 1 && !record.startsAtRoot)
    guard !isAnything else {
      throw XMLLayoutError(
        path: record.description, reason: "this would make a record of every element")
    }
    for rule in rules {
      guard rule.column >= 0 && rule.column < columnCount else {
        throw XMLLayoutError(
          path: rule.path.description,
          reason: "the rule names column \(rule.column) of \(columnCount)")
      }
      try Self.requireRelative(rule.path)
      guard let except = rule.content.except else { continue }
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
    self.skippedWhere = skippedWhere
  }

  /// Makes a layout from paths as text.
  public init(
    record: String, namespace: String? = nil, columnCount: Int, rules: [XMLFieldRule],
    dropped: [String] = [], skippedWhere: [XMLSkipRule] = []
  ) throws(XMLLayoutError) {
    var paths: [XMLPath] = []
    for text in dropped { paths.append(try XMLPath(text)) }
    try self.init(
      record: try XMLPath(record), namespace: namespace, columnCount: columnCount, rules: rules,
      dropped: paths, skippedWhere: skippedWhere)
  }

  private static func requireRelative(_ path: XMLPath) throws(XMLLayoutError) {
    guard !path.startsAtRoot else {
      throw XMLLayoutError(
        path: path.description, reason: "a path inside a record cannot begin with a slash")
    }
  }
}
