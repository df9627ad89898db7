/// The words of a header cell, without what was written for a browser.
///
/// Tools that let a question be formatted write its tags and entities into the header: `&amp;`,
/// `&nbsp;`, `<br />`. A tag is only taken away when HTML knows its name, so `<18 år` stays.
enum HeaderText {
  static func plain(_ cell: String) -> String {
    let hasMarkup = cell.utf8.contains { $0 == 0x26 || $0 == 0x3C }  // & <
    return trimmed(hasMarkup ? decoded(withoutTags(cell)) : cell)
  }

  private static func trimmed(_ cell: String) -> String {
    var part = Substring(cell)
    while let last = part.last, last.isWhitespace { part.removeLast() }
    while let head = part.first, head.isWhitespace { part.removeFirst() }
    return String(part)
  }

  // MARK: Tags

  private static func withoutTags(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      rest = rest[open...]
      // A tag has no other tag in it, and is not endless.
      guard
        let close = rest.prefix(longestTag).dropFirst().firstIndex(where: { "<>".contains($0) }),
        rest[close] == ">", let isBlock = tag(rest[rest.index(after: open)..<close])
      else {
        result.append("<")
        rest = rest.dropFirst()
        continue
      }
      if isBlock { result.append(" ") }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static let longestTag = 2000

  /// Whether a tag begins or ends a block; `nil` when it is no tag of HTML.
  private static func tag(_ inside: Substring) -> Bool? {
    var name = inside
    if name.first == "/" { name = name.dropFirst() }
    let word = name.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
    if blocks.contains(word) { return true }
    return inlines.contains(word) ? false : nil
  }

  private static let blocks: Set<String> = [
    "br", "p", "div", "li", "ul", "ol", "table", "tbody", "tr", "td", "th", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "blockquote", "section", "script", "style", "img",
  ]

  private static let inlines: Set<String> = [
    "b", "i", "u", "em", "strong", "span", "font", "a", "sup", "sub", "small", "big", "s", "code",
    "mark", "o", "label",
  ]

  // MARK: Entities

  private static func decoded(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(longestEntity).firstIndex(of: ";"),
        let character = entity(rest[rest.index(after: start)..<end])
      else {
        result.append("&")
        rest = rest.dropFirst()
        continue
      }
      result.append(character)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static let longestEntity = 12

  private static func entity(_ name: Substring) -> Character? {
    guard name.first == "#" else { return entities[String(name)] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value =
      isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    // Control characters have no place in a name.
    guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
    return value == 0xA0 ? " " : Character(scalar)
  }

  private static let entities: [String: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "aring": "å",
    "Aring": "Å", "auml": "ä", "Auml": "Ä", "ouml": "ö", "Ouml": "Ö", "eacute": "é",
    "Eacute": "É", "uuml": "ü", "Uuml": "Ü", "aelig": "æ", "AElig": "Æ", "oslash": "ø",
    "Oslash": "Ø", "szlig": "ß", "egrave": "è", "agrave": "à", "ccedil": "ç", "ndash": "–",
    "mdash": "—", "hellip": "…", "rsquo": "’", "lsquo": "‘", "rdquo": "”", "ldquo": "“",
    "laquo": "«", "raquo": "»", "bull": "•", "euro": "€", "sect": "§", "middot": "·",
  ]
}
