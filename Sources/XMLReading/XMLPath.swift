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
/// | `/document/responses/rows/row` | the same from the document's root (record paths only) |
///
/// Names are local names and case counts: prefixes and namespaces make no difference.
public struct XMLPath: Sendable, Hashable, CustomStringConvertible {
  enum Step: Sendable, Hashable {
    case name(String)
    case anyOne
    case anyNumber
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

  /// Reads a path.
  public init(_ text: String) throws(XMLLayoutError) {
    func refuse(_ reason: String) -> XMLLayoutError { XMLLayoutError(path: text, reason: reason) }

    guard !text.isEmpty else { throw refuse("an XML path is empty; write \".\" for the element") }
    var parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let startsAtRoot = parts.count > 1 && parts[0].isEmpty
    if startsAtRoot { parts.removeFirst() }
    if parts == ["."] && !startsAtRoot { parts = [] }

    var steps: [Step] = []
    var attribute: Attribute?
    for (index, part) in parts.enumerated() {
      if part.hasPrefix("@") {
        guard index == parts.count - 1 else {
          throw refuse("an attribute can only stand last in an XML path")
        }
        let name = String(part.dropFirst())
        if name == "*" {
          attribute = .any
        } else {
          guard Self.isName(name) else { throw refuse("\"\(part)\" is no attribute name") }
          attribute = .name(name)
        }
      } else if part == "*" {
        steps.append(.anyOne)
      } else if part == "**" {
        // Two in a row take what one takes.
        if steps.last != .anyNumber { steps.append(.anyNumber) }
      } else {
        guard Self.isName(part) else {
          throw refuse(
            part.isEmpty
              ? "two slashes stand together or one stands last"
              : "\"\(part)\" is no element name; write the name without prefix")
        }
        steps.append(.name(part))
      }
    }
    self.steps = steps
    self.attribute = attribute
    self.startsAtRoot = startsAtRoot
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

  // Not the whole grammar of XML names: enough to catch prefixes, brackets and typing errors.
  private static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    let refused: Set<Unicode.Scalar> = [
      ":", "@", "*", "[", "]", "(", ")", "{", "}", "<", ">", "&", "=", "\"", "'", "|", ",", ";",
      "!", "#", "$", "%", "?", "+", "\\", "^", "`", "~",
    ]
    if first == "-" || first == "." || ("0"..."9").contains(first) { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && !scalar.properties.isWhitespace && !refused.contains(scalar)
    }
  }
}
