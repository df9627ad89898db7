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
  /// Coordinates, styles and identifiers are not text. What has no digit and no at sign is left
  /// out: personal data that can be recognised has one of them.
  static func passages(html: String) -> [Passage]? {
    var html = html
    return html.withUTF8 { bytes in
      var passages: [Passage] = []
      var line = 1
      var place = 0
      var skipUntil: [UInt8]?
      while place < bytes.count {
        guard let open = index(of: 0x3C, in: bytes, from: place) else {
          if skipUntil != nil { return nil }
          add(bytes[place...], line, to: &passages)
          break
        }
        if skipUntil == nil { add(bytes[place..<open], line, to: &passages) }
        line += newlines(bytes[place..<open])
        guard let close = index(of: 0x3E, in: bytes, from: open) else { return nil }
        let tag = bytes[(open + 1)..<close]
        let name = tag.prefix { isNameByte($0) }.map { $0 | 0x20 }
        if let end = skipUntil {
          if name == end { skipUntil = nil }
        } else {
          addAttributes(tag, line, to: &passages)
          // A stroke has the bit that small letters have.
          if skipped.contains(name) { skipUntil = [0x2F] + name }
        }
        line += newlines(tag)
        place = close + 1
      }
      return passages
    }
  }

  private static let skipped = ["style", "script"].map { Array($0.utf8) }
  private static let attributes = ["aria-label", "alt", "title", "content"].map { Array($0.utf8) }

  private static func index(
    of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    bytes[start...].firstIndex(of: byte)
  }

  private static func newlines(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    bytes.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2F
  }

  /// Adds the values of the attributes that hold words.
  private static func addAttributes(
    _ tag: Slice<UnsafeBufferPointer<UInt8>>, _ line: Int, to passages: inout [Passage]
  ) {
    var place = tag.startIndex
    while let equals = tag[place...].firstIndex(of: 0x3D) {
      let start = equals + 2
      guard start <= tag.endIndex, tag[equals + 1..<tag.endIndex].first == 0x22 else {
        place = equals + 1
        continue
      }
      let end = tag[start...].firstIndex(of: 0x22) ?? tag.endIndex
      let name = tag[place..<equals].reversed().prefix { $0 != 0x20 }
      if attributes.contains(where: { $0.reversed().elementsEqual(name) }) {
        add(tag[start..<end], line, to: &passages)
      }
      place = min(end + 1, tag.endIndex)
    }
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

  private static func add(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ line: Int, to passages: inout [Passage]
  ) {
    var isPlain = true
    for byte in bytes where byte == 0x26 || byte == 0x40 || (0x30...0x39).contains(byte) {
      isPlain = false
      break
    }
    guard !isPlain else { return }
    let text = String(decoding: bytes, as: UTF8.self)[...]
    let decoded = bytes.contains(0x26) ? Self.decoded(text) : text
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
}
