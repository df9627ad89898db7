import Records

/// What a file is packed in, told by its content and never by its name.
public enum ContainerKind: Sendable, Equatable {
  /// No container that is known here: the bytes are the content.
  case plain
  /// A file compressed with gzip.
  case gzip
  /// A zip archive of files.
  case zip
  /// An Excel workbook of the kind that has been written since 2007.
  case xlsx
  /// An OpenDocument spreadsheet.
  case ods
  /// A Word document.
  case docx
  /// An Excel workbook of the kind that was written until 2003.
  case xls
  /// An Office document that needs a password.
  case encryptedOffice
  /// Another office document, in words.
  case other(String)

  /// Tells what the file at `path` is.
  public static func of(path: String) throws(ArchiveError) -> ContainerKind {
    try of(try InputFile.forArchive(path))
  }

  /// Tells what an open file is; its sequential reading is not moved.
  ///
  /// A zip archive that cannot be listed is `zip`: opening it says why. A pipe has to be stored
  /// first (``Spool``).
  public static func of(
    _ file: InputFile, limits: ArchiveLimits = ArchiveLimits()
  ) throws(ArchiveError) -> ContainerKind {
    var head = [UInt8](repeating: 0, count: 8)
    let count = try head.withUnsafeMutableBytes {
      FileCalls.readAt(file.descriptor, offset: 0, into: $0)
    }.get()
    head.removeLast(head.count - count)
    if head.starts(with: [0x1F, 0x8B]) { return .gzip }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return try ofCompoundFile(file)
    }
    // A file in it, the end of an empty archive, the mark of an archive in several parts.
    let marks: [[UInt8]] = [[3, 4], [5, 6], [7, 8]]
    guard head.starts(with: [0x50, 0x4B]), head.count >= 4, marks.contains(Array(head[2..<4]))
    else { return .plain }
    guard let archive = try? ZipArchive(file, limits: limits) else { return .zip }
    return ofMembers(archive)
  }

  private static func ofMembers(_ archive: ZipArchive) -> ContainerKind {
    let names = Set(archive.members.map(\.name))
    if names.contains("[Content_Types].xml") {
      if names.contains("xl/workbook.xml") { return .xlsx }
      if names.contains("xl/workbook.bin") { return .other("binary Excel workbook (xlsb)") }
      if names.contains("word/document.xml") { return .docx }
      if names.contains("ppt/presentation.xml") { return .other("PowerPoint presentation") }
      if names.contains(where: { $0.hasPrefix("xl/worksheets/") }) { return .xlsx }
      if names.contains("_rels/.rels") { return .other("Office document") }
    }
    if let member = archive.member(named: "mimetype"),
      let bytes = try? archive.prefix(of: member, count: 100)
    {
      let type = String(decoding: bytes, as: UTF8.self)
      let family = "application/vnd.oasis.opendocument."
      if type.hasPrefix(family + "spreadsheet") { return .ods }
      if type.hasPrefix(family + "text") { return .other("OpenDocument text") }
      if type.hasPrefix(family) { return .other("OpenDocument file") }
    }
    if names.contains("content.xml") && names.contains("META-INF/manifest.xml") { return .ods }
    return .zip
  }

  // The directory of a compound file (OLE) has entries of 128 bytes that begin at multiples of
  // 128 and with their name, in UTF-16. They may stand anywhere in the file.
  private static func ofCompoundFile(_ file: InputFile) throws(ArchiveError) -> ContainerKind {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    let known: [(name: [UInt8], kind: ContainerKind)] = [
      (utf16("EncryptedPackage"), .encryptedOffice), (utf16("Workbook"), .xls),
      (utf16("Book"), .xls), (utf16("WordDocument"), .other("Word document (doc)")),
    ]
    var found: ContainerKind?
    var offset = 0
    var filled = 0
    while true {
      let target = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = try FileCalls.readAt(file.descriptor, offset: offset, into: target).get()
      offset += count
      filled += count
      if count > 0 && filled < buffer.count { continue }
      for entry in stride(from: 0, to: filled - 127, by: 128) {
        let bytes = buffer[entry..<(entry + 128)]
        guard let match = known.first(where: { bytes.starts(with: $0.name) }) else { continue }
        if match.kind == .encryptedOffice { return .encryptedOffice }
        found = found ?? match.kind
      }
      filled = 0
      if count == 0 { return found ?? .other("OLE compound file") }
    }
  }

  // A name as an entry has it, with the zero that ends it.
  private static func utf16(_ name: String) -> [UInt8] {
    (Array(name.utf16) + [0]).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }
}
