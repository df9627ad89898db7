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
    /// All text in the element as one value, as a browser would show it: for answers that hold
    /// markup. See ``XMLFieldRule/flowingText(_:except:column:separator:)``.
    case flowing(except: [XMLPath])

    // The paths that are left out, or `nil` where only own text is taken.
    var except: [XMLPath]? {
      switch self {
      case .own: nil
      case .all(let except), .flowing(let except): except
      }
    }

    var kind: PathStates.Target.Kind {
      switch self {
      case .own: .own
      case .all: .all
      case .flowing: .flowing
      }
    }
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

  /// Makes a rule for all text in an element as one value, markup taken away.
  ///
  /// `<p>Jag <b>tyc</b>ker</p><p>Nej</p>` becomes two lines, `Jag tycker` and `Nej`:
  ///
  /// - Elements inside a line (`b`, `i`, `span`, `a` and the like) break neither word nor line.
  /// - Blocks (`p`, `div`, `li`, `br`, `tr`, `h1` to `h6` and the like) stand on a line of their
  ///   own; cells of a table's row have a blank between them.
  /// - Elements of any other name are like those inside a line, but where two of them follow each
  ///   other without text between, they are two values with `separator` between them, as the
  ///   `Value` elements of a multiple choice are.
  /// - What is left out between two texts, an exception or what is dropped, keeps them apart with
  ///   `separator`.
  /// - Several blanks become one: a line end where one is among them, otherwise a blank.
  ///
  /// How many values held markup is counted, see ``XMLRecordReader/columnCounts``. Where the
  /// path takes an element and others in it, the outermost is the value.
  public static func flowingText(
    _ path: String, except: [String] = [], column: Int, separator: String = "\n"
  ) throws(XMLLayoutError) -> XMLFieldRule {
    var paths: [XMLPath] = []
    for text in except { paths.append(try XMLPath(text)) }
    return XMLFieldRule(
      try XMLPath(path), column: column, content: .flowing(except: paths), separator: separator)
  }
}
