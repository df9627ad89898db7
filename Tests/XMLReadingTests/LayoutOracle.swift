// A document as a tree, and what a layout takes of it, worked out in the plainest way.
final class TestElement {
  enum Part {
    case text(String)
    case element(TestElement)
  }

  let name: String
  var attributes: [(name: String, value: String)] = []
  var parts: [Part] = []

  init(_ name: String) { self.name = name }

  var children: [TestElement] {
    parts.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  var ownText: String {
    parts.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
  }

  var isSkipped: Bool { attributes.contains { $0.name == "off" && $0.value == "1" } }

  var xml: String {
    let tag = attributes.reduce(into: name) { $0 += " \($1.name)='\($1.value)'" }
    let content = parts.reduce(into: "") { xml, part in
      switch part {
      case .text(let text): xml += text
      case .element(let child): xml += child.xml
      }
    }
    return "<\(tag)>\(content)</\(name)>"
  }
}

func trimmed(_ text: String) -> String {
  var text = Substring(text)
  while let first = text.first, first == " " || first == "\n" { text.removeFirst() }
  while let last = text.last, last == " " || last == "\n" { text.removeLast() }
  return String(text)
}

// A path in parts of its own, so that nothing of the reader's is used to check the reader.
struct TestPath {
  struct Step {
    var name: String
    var key: (name: String, value: String)?
  }

  var steps: [Step]
  var attribute: String?

  var text: String {
    let written = steps.map { step in
      step.name + (step.key.map { "[\($0.name)='\($0.value)']" } ?? "")
    }
    return (written + (attribute.map { ["@" + $0] } ?? [])).joined(separator: "/")
  }

  func takes(_ chain: ArraySlice<TestElement>) -> Bool { Self.takes(chain, steps[...]) }

  private static func takes(_ chain: ArraySlice<TestElement>, _ steps: ArraySlice<Step>) -> Bool {
    guard let step = steps.first else { return chain.isEmpty }
    if step.name == "**" {
      return (chain.startIndex...chain.endIndex).contains {
        takes(chain[$0...], steps.dropFirst())
      }
    }
    guard let element = chain.first, step.name == "*" || step.name == element.name,
      holds(step, element)
    else { return false }
    return takes(chain.dropFirst(), steps.dropFirst())
  }

  private static func holds(_ step: Step, _ element: TestElement) -> Bool {
    guard let key = step.key else { return true }
    if key.name.hasPrefix("@") {
      return element.attributes.contains { "@" + $0.name == key.name && $0.value == key.value }
    }
    let texts = element.children.filter { $0.name == key.name && !$0.isSkipped }
      .map { trimmed($0.ownText) }
    return texts.first { !$0.isEmpty } == key.value
  }
}

struct TestRule {
  var path: TestPath
  var column: Int
  // `nil` for own text only.
  var except: [TestPath]?
}

struct LayoutOracle {
  var rules: [TestRule]
  var dropped: [TestPath]
  var columnCount: Int
  // Whether a record in a record is one; otherwise only children of the root are records.
  var areNested: Bool

  // The rows in the order of the records' end tags.
  func rows(of root: TestElement) -> [[String]] {
    var rows: [[String]] = []
    for child in root.children { visit(child, isInRecord: false, &rows) }
    return rows
  }

  private func visit(_ element: TestElement, isInRecord: Bool, _ rows: inout [[String]]) {
    if element.isSkipped { return }
    if element.name == "r" && (areNested || !isInRecord) {
      var row = [String](repeating: "", count: columnCount)
      read(element, [], &row, &rows)
      rows.append(row)
    } else if areNested {
      for child in element.children { visit(child, isInRecord: isInRecord, &rows) }
    }
  }

  private func read(
    _ element: TestElement, _ chain: [TestElement], _ row: inout [String], _ rows: inout [[String]]
  ) {
    for attribute in element.attributes
    where !dropped.contains(where: { takes($0, attribute.name, chain) }) {
      for rule in rules where takes(rule.path, attribute.name, chain) {
        add(attribute.value, rule.column, &row)
      }
    }
    for part in element.parts {
      switch part {
      case .text(let text):
        for rule in rules where takes(rule, chain) { add(trimmed(text), rule.column, &row) }
      case .element(let child):
        if child.isSkipped { continue }
        let inner = chain + [child]
        if dropped.contains(where: { $0.attribute == nil && $0.takes(inner[...]) }) { continue }
        if child.name == "r" && areNested {
          visit(child, isInRecord: true, &rows)
        } else {
          read(child, inner, &row, &rows)
        }
      }
    }
  }

  private func takes(_ path: TestPath, _ attribute: String, _ chain: [TestElement]) -> Bool {
    path.attribute == attribute && path.takes(chain[...])
  }

  private func takes(_ rule: TestRule, _ chain: [TestElement]) -> Bool {
    guard rule.path.attribute == nil else { return false }
    guard let except = rule.except else { return rule.path.takes(chain[...]) }
    return (0...chain.count).contains { depth in
      rule.path.takes(chain[..<depth])
        && !(depth..<chain.count).contains { end in
          except.contains { $0.takes(chain[depth...end]) }
        }
    }
  }

  private func add(_ value: String, _ column: Int, _ row: inout [String]) {
    if value.isEmpty { return }
    row[column] += (row[column].isEmpty ? "" : "|") + value
  }
}
