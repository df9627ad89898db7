import Foundation

/// The words of a rendered file, as a reader or a search engine would get them.
enum RenderedText {
  /// A run of text and the line it begins on.
  struct Passage {
    let line: Int
    let text: String
  }

  /// The text of an HTML page: text nodes, and the attributes that hold words.
  ///
  /// Coordinates, styles and identifiers are not text.
  static func passages(html: String) -> [Passage]? {
    var passages: [Passage] = []
    var line = 1
    var rest = Substring(html)
    var skipUntil: String?
    while !rest.isEmpty {
      guard let open = rest.firstIndex(of: "<") else {
        if skipUntil != nil { return nil }
        add(rest, line, to: &passages)
        break
      }
      if skipUntil == nil { add(rest[..<open], line, to: &passages) }
      line += rest[..<open].count(where: \.isNewline)
      guard let close = rest[open...].firstIndex(of: ">") else { return nil }
      let tag = rest[open...close]
      let name = tag.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "/" }.lowercased()
      if let end = skipUntil {
        if name == end { skipUntil = nil }
      } else {
        for attribute in ["aria-label", "alt", "title", "content"] {
          if let value = self.value(of: attribute, in: tag) {
            add(Substring(value), line, to: &passages)
          }
        }
        if name == "style" || name == "script" { skipUntil = "/" + name }
      }
      line += tag.count(where: \.isNewline)
      rest = rest[rest.index(after: close)...]
    }
    return passages
  }

  /// The strings of a JSON document, keys and checksums left out.
  static func passages(json: Data) -> [Passage]? {
    guard let value = try? JSONSerialization.jsonObject(with: json) else { return nil }
    var passages: [Passage] = []
    func walk(_ value: Any, _ key: String) {
      switch value {
      case let text as String:
        if key != "sha256", !isChecksum(text[...]) { passages.append(Passage(line: 1, text: text)) }
      case let list as [Any]: for item in list { walk(item, key) }
      case let object as [String: Any]: for (name, item) in object { walk(item, name) }
      default: break
      }
    }
    walk(value, "")
    return passages
  }

  private static func add(_ text: Substring, _ line: Int, to passages: inout [Passage]) {
    let decoded = text.utf8.contains(0x26) ? Self.decoded(text) : text
    // A checksum is letters and digits without a blank, longer than any identity number.
    let words = decoded.split(whereSeparator: \.isWhitespace).filter { !isChecksum($0) }
    guard !words.isEmpty else { return }
    passages.append(Passage(line: line, text: words.joined(separator: " ")))
  }

  private static func decoded(_ text: Substring) -> Substring {
    text.replacing("&nbsp;", with: " ").replacing("&#160;", with: " ")
      .replacing("&shy;", with: "").replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  private static func isChecksum(_ word: Substring) -> Bool {
    let digits = word.last == "…" ? word.dropLast() : word
    return (digits.utf8.count == 64 || digits.utf8.count == 8)
      && digits.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      && digits.utf8.contains { $0 >= 0x61 }
  }

  private static func value(of attribute: String, in tag: Substring) -> String? {
    guard let start = tag.firstRange(of: " \(attribute)=\"") else { return nil }
    return String(tag[start.upperBound...].prefix { $0 != "\"" })
  }
}
