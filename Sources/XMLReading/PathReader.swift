// Reads the text of a path into its steps.
struct PathReader {
  private(set) var steps: [XMLPath.Step] = []
  private(set) var attribute: XMLPath.Attribute?
  private(set) var startsAtRoot = false

  private let text: String

  init(_ text: String) { self.text = text }

  mutating func read() throws(XMLLayoutError) {
    guard !text.isEmpty else {
      throw refuse("an XML path is empty; write \".\" for the element")
    }
    var parts = try Self.split(text)
    startsAtRoot = parts.count > 1 && parts[0].isEmpty
    if startsAtRoot { parts.removeFirst() }
    if parts == ["."] && !startsAtRoot { parts = [] }
    for (index, part) in parts.enumerated() {
      if part.hasPrefix("@") {
        guard index == parts.count - 1 else {
          throw refuse("an attribute can only stand last in an XML path")
        }
        attribute = try readAttribute(String(part.dropFirst()))
      } else {
        try readStep(part)
      }
    }
  }

  // How a key's text is written in a condition, or `nil` where it cannot be.
  static func quoted(_ value: String) -> String? {
    if isPlain(value) { return value }
    if !value.contains("'") { return "'\(value)'" }
    return value.contains("\"") ? nil : "\"\(value)\""
  }

  private mutating func readStep(_ part: String) throws(XMLLayoutError) {
    let end = part.firstIndex(of: "[") ?? part.endIndex
    let name = String(part[..<end])
    let conditions = try readConditions(part[end...])
    switch name {
    case "*":
      steps.append(XMLPath.Step(name: .anyOne, conditions: conditions))
    case "**":
      guard conditions.isEmpty else {
        throw refuse("\"**\" takes any number of elements and can have no condition")
      }
      // Two in a row take what one takes.
      if steps.last?.name != .anyNumber { steps.append(XMLPath.Step(name: .anyNumber)) }
    default:
      guard Self.isName(name) else {
        throw refuse(
          part.isEmpty
            ? "two slashes stand together or one stands last"
            : "\"\(part)\" is no element name; write the name without prefix")
      }
      steps.append(XMLPath.Step(name: .exactly(name), conditions: conditions))
    }
  }

  private func readAttribute(_ name: String) throws(XMLLayoutError) -> XMLPath.Attribute {
    if name == "*" { return .any }
    guard Self.isName(name) else { throw refuse("\"@\(name)\" is no attribute name") }
    return .name(name)
  }

  // `[key=value]` and `[@key='value']`, any number of them.
  private func readConditions(
    _ text: Substring
  ) throws(XMLLayoutError) -> [XMLPath.Condition] {
    var conditions: [XMLPath.Condition] = []
    var rest = text
    while !rest.isEmpty {
      guard rest.first == "[", let equals = rest.firstIndex(of: "=") else {
        throw refuse("a condition is written [child=text] or [@attribute=text]")
      }
      var key = rest[rest.index(after: rest.startIndex)..<equals]
      let isAttribute = key.first == "@"
      if isAttribute { key = key.dropFirst() }
      guard Self.isName(String(key)) else {
        throw refuse("\"\(key)\" in a condition is no name of a child or an attribute")
      }
      rest = rest[rest.index(after: equals)...]
      let value: Substring
      if let mark = rest.first, mark == "'" || mark == "\"" {
        rest = rest.dropFirst()
        guard let end = rest.firstIndex(of: mark) else {
          throw refuse("a quotation mark in a condition is not closed")
        }
        value = rest[..<end]
        rest = rest[rest.index(after: end)...]
      } else {
        value = rest.prefix { $0 != "]" }
        rest = rest[value.endIndex...]
        guard Self.isPlain(String(value)) else {
          throw refuse("a text in a condition stands in quotation marks")
        }
      }
      guard rest.first == "]" else { throw refuse("a condition ends with a bracket") }
      guard !value.isEmpty, value.first?.isWhitespace == false, value.last?.isWhitespace == false
      else {
        throw refuse("the text of a condition is empty or has blanks at its ends")
      }
      rest = rest.dropFirst()
      conditions.append(
        XMLPath.Condition(key: String(key), isAttribute: isAttribute, value: String(value)))
    }
    return conditions
  }

  private func refuse(_ reason: String) -> XMLLayoutError {
    XMLLayoutError(path: text, reason: reason)
  }

  // At the slashes that do not stand in a condition.
  private static func split(_ text: String) throws(XMLLayoutError) -> [String] {
    var parts = [""]
    var isInside = false
    var mark: Character?
    for character in text {
      if let open = mark {
        if character == open { mark = nil }
      } else if isInside && (character == "'" || character == "\"") {
        mark = character
      } else if character == "[" {
        isInside = true
      } else if character == "]" {
        isInside = false
      } else if character == "/" && !isInside {
        parts.append("")
        continue
      }
      parts[parts.count - 1].append(character)
    }
    guard !isInside && mark == nil else {
      throw XMLLayoutError(path: text, reason: "a condition is not closed")
    }
    return parts
  }

  // What a condition compares with may stand without quotation marks.
  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || [".", "-", "_", ":"].contains(scalar)
      }
  }

  private static let notInNames: Set<Unicode.Scalar> = [
    ":", "@", "*", "[", "]", "(", ")", "{", "}", "<", ">", "&", "=", "\"", "'", "|", ",", ";",
    "!", "#", "$", "%", "?", "+", "\\", "^", "`", "~", "/",
  ]

  // Not the whole grammar of XML names: enough to catch prefixes, brackets and typing errors.
  static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if first == "-" || first == "." || ("0"..."9").contains(first) { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && !scalar.properties.isWhitespace && !notInNames.contains(scalar)
    }
  }
}
