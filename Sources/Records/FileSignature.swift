// The first bytes that tell what a file is when it is not plain text.
struct FileSignature {
  let bytes: [UInt8]
  let kind: String

  // The kind of file that begins with these bytes, or `nil`.
  static func kind(of head: [UInt8]) -> String? {
    all.first { head.starts(with: $0.bytes) }?.kind
  }

  private static let all: [FileSignature] = [
    .init(bytes: [0x50, 0x4B, 0x03, 0x04], kind: "zip archive (also xlsx, docx, ods)"),
    .init(bytes: [0x50, 0x4B, 0x05, 0x06], kind: "empty zip archive"),
    .init(bytes: Array("%PDF-".utf8), kind: "PDF document"),
    .init(bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], kind: "OLE file (xls, doc)"),
    .init(bytes: [0x89, 0x50, 0x4E, 0x47], kind: "PNG image"),
    .init(bytes: [0xFF, 0xD8, 0xFF], kind: "JPEG image"),
    .init(bytes: Array("GIF8".utf8), kind: "GIF image"),
    .init(bytes: [0x1F, 0x8B], kind: "gzip archive"),
    .init(bytes: [0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59], kind: "bzip2 archive"),
    .init(bytes: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], kind: "xz archive"),
    .init(bytes: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], kind: "7z archive"),
    .init(bytes: [0x28, 0xB5, 0x2F, 0xFD], kind: "zstd archive"),
    .init(bytes: Array("Rar!".utf8) + [0x1A], kind: "rar archive"),
    .init(bytes: Array("SQLite format 3".utf8) + [0], kind: "SQLite database"),
    .init(bytes: Array("{\\rtf".utf8), kind: "RTF document"),
    .init(bytes: [0x7F, 0x45, 0x4C, 0x46], kind: "program"),
  ]
}
