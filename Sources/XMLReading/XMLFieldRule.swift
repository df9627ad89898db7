/// Where the value of one column stands in a record, and how several values become one.
///
/// A *value* is a run of text inside one element, not broken by a child element; comments,
/// processing instructions and CDATA borders do not break it. Blanks, tabs and line ends at both
/// ends of a value belong to the indentation and are taken away, and values that are then empty
/// are left out. When a record holds more than one value for a column, they follow each other in
/// document order with `separator` between them.
public struct XMLFieldRule: Sendable, Hashable {
  /// Which text of the matched element is taken.
  public enum Content: Sendable, Hashable {
    /// The element's own text, without that of its children; or an attribute's value.
    case own
    /// The element's own text and that of every element below it, except of those that a path,
    /// relative to the matched element, leaves out.
    case all(except: [XMLPath])
  }

  /// The path relative to the record element.
  public var path: XMLPath
  /// The index of the column that gets the value.
  public var column: Int
  /// Which text is taken.
  public var content: Content
  /// What stands between several values.
  public var separator: String

  /// Makes a rule.
  public init(
    _ path: XMLPath, column: Int, content: Content = .own, separator: String = "\n"
  ) {
    self.path = path
    self.column = column
    self.content = content
    self.separator = separator
  }

  /// Makes a rule for the text of an element or the value of an attribute.
  public static func text(
    _ path: String, column: Int, separator: String = "\n"
  ) throws(XMLLayoutError) -> XMLFieldRule {
    XMLFieldRule(try XMLPath(path), column: column, separator: separator)
  }

  /// Makes a rule for all text in an element, except in the elements that `except` names.
  ///
  /// In Open ePlatform `Values/synpunkt` holds `QueryID` and `Name`, which belong to the form,
  /// and then the answer under a name that differs from form to form:
  /// `.allText("Values/synpunkt", except: ["QueryID", "Name"], column: 2)`.
  public static func allText(
    _ path: String, except: [String] = [], column: Int, separator: String = "\n"
  ) throws(XMLLayoutError) -> XMLFieldRule {
    var paths: [XMLPath] = []
    for text in except { paths.append(try XMLPath(text)) }
    return XMLFieldRule(
      try XMLPath(path), column: column, content: .all(except: paths), separator: separator)
  }
}
