/// A pattern for elements and attributes, written as names with slashes between them.
///
/// | written | takes |
/// |---|---|
/// | `Header/FlowInstanceID` | the child of the child |
/// | `Values/*` | every child of `Values`, and nothing further down |
/// | `**/citizenIdentifier` | the element at any depth |
/// | `Values/contact/**` | `contact` itself and everything below it |
/// | `.` | the element that the path starts from |
/// | `@id`, `answer/@q`, `**/@id`, `@*` | attributes |
/// | `item_meta[field_id=12]/meta_value` | only where the child `field_id` has the text `12` |
/// | `Parameter[Name='Kommunens kod']/Value` | the same with blanks in the text |
/// | `field[@name=q1]` | only where the attribute `name` has the value `q1` |
/// | `/document/responses/rows/row` | the same from the document's root (record paths only) |
///
/// Names are local names and case counts: prefixes and namespaces make no difference.
///
/// A condition in brackets compares the text of its child, or the attribute's value, without the
/// blanks at both ends. The child may stand anywhere in its element, after the value too; where
/// it stands there several times, the first with a text counts. A value with anything but
/// letters, digits, `.`, `-`, `_` and `:` stands in quotation marks of either kind.
public struct XMLPath: Sendable, Hashable, CustomStringConvertible {
  enum Name: Sendable, Hashable {
    case exactly(String)
    case anyOne
    case anyNumber
  }

  // What has to stand in an element for a step to take it.
  struct Condition: Sendable, Hashable {
    var key: String
    var isAttribute: Bool
    var value: String
  }

  struct Step: Sendable, Hashable {
    var name: Name
    var conditions: [Condition] = []
  }

  enum Attribute: Sendable, Hashable {
    case name(String)
    case any
  }

  let steps: [Step]
  let attribute: Attribute?
  let startsAtRoot: Bool

  /// The path as it was written.
  public let description: String

  /// Whether the path takes attributes and not elements.
  public var takesAttributes: Bool { attribute != nil }

  /// Whether a step of the path has a condition in brackets.
  public var hasConditions: Bool { steps.contains { !$0.conditions.isEmpty } }

  /// Reads a path.
  public init(_ text: String) throws(XMLLayoutError) {
    var reader = PathReader(text)
    try reader.read()
    steps = reader.steps
    attribute = reader.attribute
    startsAtRoot = reader.startsAtRoot
    description = text
  }

  /// Two paths are equal when they take the same, however they are written.
  public static func == (left: XMLPath, right: XMLPath) -> Bool {
    left.steps == right.steps && left.attribute == right.attribute
      && left.startsAtRoot == right.startsAtRoot
  }

  /// Feeds what the path takes into a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(steps)
    hasher.combine(attribute)
    hasher.combine(startsAtRoot)
  }
}
