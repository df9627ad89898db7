import Annex

/// A page taken apart, for tests: its elements in order, with their attributes and text.
struct Page {
  struct Element {
    var name: String
    var attributes: [String: String]
    /// The pieces of text inside it and inside what it holds.
    fileprivate var pieces: Range<Int>
  }

  /// An element with its text.
  @dynamicMemberLookup struct Found {
    let element: Element
    let text: String

    subscript<Value>(dynamicMember path: KeyPath<Element, Value>) -> Value {
      element[keyPath: path]
    }
  }

  private(set) var elements: [Element] = []
  /// What is wrong with the markup.
  private(set) var problems: [String] = []
  private var pieces: [String] = []

  private static let void: Set<String> = ["meta", "br", "link", "img", "input", "hr"]

  init(_ document: AnnexDocument) { self.init(HTMLRenderer().render(document)) }

  init(_ html: String) { self.init(Array(html.utf8)) }

  init(_ bytes: [UInt8]) {
    var open: [Int] = []
    var place = 0
    while place < bytes.count {
      guard let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) else { break }
      if start > place { pieces.append(Self.decoded(bytes[place..<start])) }
      guard let end = Self.end(of: bytes[start...]) else {
        problems.append("an open tag")
        return
      }
      var tag = bytes[(start + 1)..<end]
      place = end + 1
      if tag.first == UInt8(ascii: "!") { continue }
      if tag.first == UInt8(ascii: "/") {
        let name = String(decoding: tag.dropFirst(), as: UTF8.self)
        guard let last = open.popLast(), elements[last].name == name else {
          problems.append("</\(name)> closes nothing")
          return
        }
        elements[last].pieces = elements[last].pieces.lowerBound..<pieces.count
        continue
      }
      let closes = tag.last == UInt8(ascii: "/")
      if closes { tag = tag.dropLast() }
      let (name, attributes, repeated) = Self.parts(tag)
      if let repeated { problems.append("\(name) has \(repeated) twice") }
      elements.append(
        Element(
          name: name, attributes: attributes, pieces: pieces.count..<pieces.count))
      if !closes, !Self.void.contains(name) { open.append(elements.count - 1) }
    }
    if !open.isEmpty { problems.append("\(open.map { elements[$0].name }) are not closed") }
  }

  func all(_ name: String) -> [Found] { found { $0.name == name } }

  func found(_ wanted: (Element) -> Bool) -> [Found] {
    elements.filter(wanted).map { Found(element: $0, text: pieces[$0.pieces].joined()) }
  }

  var ids: [String] { elements.compactMap { $0.attributes["id"] } }

  /// All text of the page.
  var text: String { pieces.joined() }

  private static func end(of bytes: ArraySlice<UInt8>) -> Int? {
    var quoted = false
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "\"") { quoted.toggle() }
      if bytes[index] == UInt8(ascii: ">"), !quoted { return index }
    }
    return nil
  }

  private static func parts(
    _ tag: ArraySlice<UInt8>
  ) -> (name: String, attributes: [String: String], repeated: String?) {
    let blank = UInt8(ascii: " ")
    let name = tag.prefix { $0 != blank }
    var attributes: [String: String] = [:]
    var repeated: String?
    var rest = tag.dropFirst(name.count)
    while true {
      rest = rest.drop { $0 == blank }
      let key = rest.prefix { $0 != UInt8(ascii: "=") && $0 != blank }
      guard !key.isEmpty else { break }
      rest = rest.dropFirst(key.count)
      var value = ""
      if rest.starts(with: Array("=\"".utf8)) {
        rest = rest.dropFirst(2)
        let words = rest.prefix { $0 != UInt8(ascii: "\"") }
        value = decoded(words)
        rest = rest.dropFirst(words.count + 1)
      }
      let label = String(decoding: key, as: UTF8.self)
      if attributes.updateValue(value, forKey: label) != nil { repeated = label }
    }
    return (String(decoding: name, as: UTF8.self), attributes, repeated)
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    return text.replacing("&nbsp;", with: "\u{A0}").replacing("&shy;", with: "")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&amp;", with: "&")
  }
}
