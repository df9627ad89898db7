// Reads an XML declaration, a malformed one too, and writes a well-formed one in its place.
//
// Files that Open ePlatform installations write begin
// `<?xml version="1.0"encoding="UTF_8" standalone="no"?>`: a blank is missing, and UTF_8 is the
// name of no encoding. What was meant is plain, so the file is read and the mending reported.
// Whatever is malformed in a way that leaves room for doubt is left as it is, and the XML parser
// refuses it.
struct DeclarationScanner {
  // The declaration's bytes and those before it that have to go.
  private(set) var length = 0
  private(set) var version = ""
  private(set) var encodingName: String?
  private(set) var faults: [String] = []

  private let head: ArraySlice<UInt8>
  private var position: Int

  // `nil` when there is no declaration, or none whose meaning is plain.
  init?(_ head: ArraySlice<UInt8>) {
    self.head = head
    position = head.startIndex
    guard scan() else { return nil }
    length = position - head.startIndex
  }

  // The declaration as it is handed to the parser: without an encoding, since what follows is
  // UTF-8, and as long as the original with the line ends of the original, so that the places
  // of later errors are right.
  var wellFormed: [UInt8] {
    let start = Array("<?xml version=\"\(version)\"".utf8)
    let end = Array("?>".utf8)
    let original = head[head.startIndex..<(head.startIndex + length)]
    let lineEnds = original.filter { $0 == 0x0A || $0 == 0x0D }
    let room = max(0, length - start.count - end.count - lineEnds.count)
    return start + [UInt8](repeating: 0x20, count: room) + lineEnds + end
  }

  private mutating func scan() -> Bool {
    if skipBlanks() { note("blanks before the declaration") }
    guard take("<?"), takeIgnoringCase("xml") else { return false }
    var names: [String] = []
    var separated = skipBlanks()
    while !take("?>") {
      guard let name = takeName(), !names.contains(name) else { return false }
      if !separated { note("no blank before \(name)") }
      _ = skipBlanks()
      guard take("=") else { return false }
      _ = skipBlanks()
      guard let value = takeValue(), read(name, value) else { return false }
      if let last = names.last, order(of: last) > order(of: name) {
        note("\(name) after \(last)")
      }
      names.append(name)
      separated = skipBlanks()
    }
    if version.isEmpty {
      guard !names.isEmpty else { return false }
      note("no version")
      version = "1.0"
    }
    return true
  }

  private mutating func read(_ name: String, _ value: String) -> Bool {
    let trimmed = Self.trimmed(value)
    if trimmed != value { note("blanks in the value of \(name)") }
    switch name {
    case "version":
      guard trimmed == "1.0" || trimmed == "1.1" else { return false }
      version = trimmed
    case "encoding":
      // An encoding that nothing here knows is for the caller to refuse, by its name.
      guard !trimmed.isEmpty, trimmed.utf8.allSatisfy(Self.isEncodingNameByte) else {
        return false
      }
      encodingName = trimmed
      if trimmed.contains("_") && !Self.namesWithUnderscore.contains(trimmed.lowercased()) {
        note("underscore in the name of the encoding")
      }
    case "standalone":
      if trimmed != "yes" && trimmed != "no" {
        guard ["yes", "no"].contains(trimmed.lowercased()) else { return false }
        note("upper case in the value of standalone")
      }
    default:
      return false
    }
    return true
  }

  // Registered names in which the underscore is right.
  private static let namesWithUnderscore: Set<String> = [
    "iso_8859-1", "iso_8859-1:1987", "iso_646.irv:1991", "ansi_x3.4-1968", "ansi_x3.4-1986",
  ]

  private func order(of name: String) -> Int {
    ["version", "encoding", "standalone"].firstIndex(of: name) ?? 3
  }

  private mutating func note(_ fault: String) { faults.append(fault) }

  private mutating func skipBlanks() -> Bool {
    let start = position
    while position < head.endIndex, Self.isBlank(head[position]) { position += 1 }
    return position > start
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= head.endIndex else { return false }
    for offset in 0..<count where head[position + offset] != text.utf8Start[offset] {
      return false
    }
    position += count
    return true
  }

  private mutating func takeIgnoringCase(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= head.endIndex else { return false }
    var differs = false
    for offset in 0..<count {
      let byte = head[position + offset]
      guard byte | 0x20 == text.utf8Start[offset] else { return false }
      if byte != text.utf8Start[offset] { differs = true }
    }
    if differs { note("upper case in the declaration") }
    position += count
    return true
  }

  // One of the three names, in lower case. `<?xml-stylesheet …?>` gives none.
  private mutating func takeName() -> String? {
    for name: StaticString in ["version", "encoding", "standalone"]
    where takeIgnoringCase(name) {
      return name.description
    }
    return nil
  }

  private mutating func takeValue() -> String? {
    guard position < head.endIndex else { return nil }
    let quote = head[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    guard let end = head[(position + 1)...].firstIndex(of: quote) else { return nil }
    let value = head[(position + 1)..<end]
    guard value.count <= 60, value.allSatisfy({ $0 >= 0x09 && $0 < 0x7F && $0 != 0x3C }) else {
      return nil
    }
    position = end + 1
    return String(decoding: value, as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isEncodingNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: ":"):
      return true
    default:
      return false
    }
  }

  private static func trimmed(_ value: String) -> String {
    var bytes = Substring(value).utf8
    while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
