import Foundation
import Records

/// The first bytes of a file, and what kind of file they are the beginning of.
struct FileHead {
  static let size = 1 << 16

  let bytes: [UInt8]

  /// Reads the beginning of a file.
  init(path: String) throws(SourceError) {
    let source = UTF8Source(file: try InputFile(path: path), encoding: .utf8)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.size)
    defer { buffer.deallocate() }
    var count = 0
    while count + 4 <= Self.size {
      let read = try source.read(into: UnsafeMutableBufferPointer(rebasing: buffer[count...]))
      if read == 0 { break }
      count += read
    }
    bytes = Array(buffer[..<count])
  }

  /// Whether the file is XML, or is meant to be.
  var isXML: Bool {
    // UTF-16 without and with a byte order mark, and EBCDIC's "<?xm".
    let starts: [[UInt8]] = [
      [0x3C, 0x00, 0x3F, 0x00], [0x00, 0x3C, 0x00, 0x3F], [0xFF, 0xFE, 0x3C, 0x00],
      [0xFE, 0xFF, 0x00, 0x3C], [0x4C, 0x6F, 0xA7, 0x94],
    ]
    if starts.contains(where: { bytes.starts(with: $0) }) { return true }
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "<") else { return false }
    let next = bytes[index + 1]
    return next == UInt8(ascii: "?") || next == UInt8(ascii: "!") || next == UInt8(ascii: "_")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20) || next >= 0x80
  }

  /// Whether the file begins as a page for a browser does.
  var isPage: Bool { isXML && isHTML }

  /// Whether the file is a page for a browser, such as an error page that was saved.
  var isHTML: Bool { contains("<html") || contains("<!doctype html") }

  /// The text of the first element with a name and no attributes, when it is near the beginning of
  /// an XML file.
  func text(ofElement name: String) -> String? {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let start = text.range(of: "<\(name)>"),
      let end = text.range(of: "</\(name)>", range: start.upperBound..<text.endIndex)
    else { return nil }
    return String(text[start.upperBound..<end.lowerBound])
  }

  // The text is ASCII and in lower case.
  private func contains(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { start in
      wanted.indices.allSatisfy { offset in
        let byte = bytes[start + offset]
        return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == wanted[offset]
      }
    }
  }
}
