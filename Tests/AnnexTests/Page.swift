import Annex

/// A page taken apart, for tests: its elements in order, with their attributes and text.
struct Page {
  struct Element {
    var name: String
    var attributes: [String: String]
    /// The text inside it and inside what it holds.
    var text = ""
    /// The names of the elements around it.
    var path: [String]
  }

  private(set) var elements: [Element] = []
  /// What is wrong with the markup.
  private(set) var problems: [String] = []

  private static let void: Set<String> = ["meta", "br", "link", "img", "input", "hr"]

  init(_ document: AnnexDocument) {
    self.init(String(decoding: HTMLRenderer().render(document), as: UTF8.self))
  }

  init(_ html: String) {
    var open: [Int] = []
    var rest = Substring(html)
    func addText(_ text: Substring, _ elements: inout [Element]) {
      let plain = Self.decoded(text)
      for index in open { elements[index].text += plain }
    }
    while let start = rest.firstIndex(of: "<") {
      addText(rest[..<start], &elements)
      guard let end = Self.end(of: rest[start...]) else {
        problems.append("an open tag")
        return
      }
      var tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") {
        let name = String(tag.dropFirst())
        guard let last = open.popLast(), elements[last].name == name else {
          problems.append("</\(name)> closes nothing")
          return
        }
        continue
      }
      let closes = tag.hasSuffix("/")
      if closes { tag = tag.dropLast() }
      let (name, attributes, repeated) = Self.parts(tag)
      if let repeated { problems.append("\(name) has \(repeated) twice") }
      elements.append(
        Element(name: name, attributes: attributes, path: open.map { elements[$0].name }))
      guard !closes, !Self.void.contains(name) else { continue }
      open.append(elements.count - 1)
      if name == "style" {
        guard let close = rest.range(of: "</style>") else {
          problems.append("an open style")
          return
        }
        elements[elements.count - 1].text = String(rest[..<close.lowerBound])
        rest = rest[close.lowerBound...]
      }
    }
    if !open.isEmpty { problems.append("\(open.map { elements[$0].name }) are not closed") }
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  var ids: [String] { elements.compactMap { $0.attributes["id"] } }

  private static func end(of text: Substring) -> Substring.Index? {
    var quoted = false
    for index in text.indices {
      if text[index] == "\"" { quoted.toggle() }
      if text[index] == ">", !quoted { return index }
    }
    return nil
  }

  private static func parts(
    _ tag: Substring
  ) -> (name: String, attributes: [String: String], repeated: String?) {
    let name = tag.prefix { !$0.isWhitespace }
    var attributes: [String: String] = [:]
    var repeated: String?
    var rest = tag.dropFirst(name.count)
    while true {
      rest = rest.drop { $0.isWhitespace }
      let key = rest.prefix { $0 != "=" && !$0.isWhitespace }
      guard !key.isEmpty else { break }
      rest = rest.dropFirst(key.count)
      var value = ""
      if rest.hasPrefix("=\"") {
        rest = rest.dropFirst(2)
        let words = rest.prefix { $0 != "\"" }
        value = decoded(words)
        rest = rest.dropFirst(words.count + 1)
      }
      if attributes.updateValue(value, forKey: String(key)) != nil { repeated = String(key) }
    }
    return (String(name), attributes, repeated)
  }

  private static func decoded(_ text: some StringProtocol) -> String {
    String(text).replacing("&nbsp;", with: "\u{A0}").replacing("&shy;", with: "")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&amp;", with: "&")
  }
}

extension String {
  fileprivate func range(of other: String) -> Range<Index>? { firstRange(of: other) }
}

extension Substring {
  fileprivate func range(of other: String) -> Range<Index>? { firstRange(of: other) }
}
