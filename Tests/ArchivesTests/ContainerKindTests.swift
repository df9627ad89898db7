import ArchiveTestSupport
import Archives
import Records
import Testing

@Suite struct ContainerKindTests {
  private func kind(_ bytes: [UInt8]) throws -> ContainerKind {
    try ContainerKind.of(try TestFile.open(bytes))
  }

  @Test(arguments: [
    (["svar.csv"], ContainerKind.zip),
    ([], .zip),
    (["[Content_Types].xml", "xl/workbook.xml"], .xlsx),
    (["xl/worksheets/sheet1.xml", "[Content_Types].xml"], .xlsx),
    (["xl/workbook.xml"], .zip),
    (["[Content_Types].xml", "xl/workbook.bin"], .other("binary Excel workbook (xlsb)")),
    (["[Content_Types].xml", "word/document.xml"], .docx),
    (["[Content_Types].xml", "ppt/presentation.xml"], .other("PowerPoint presentation")),
    (["content.xml", "META-INF/manifest.xml"], .ods),
    (["content.xml"], .zip),
  ])
  func `A zip archive is told by its members`(names: [String], expected: ContainerKind) throws {
    var writer = ZipWriter()
    for name in names { writer.add(name, bytes("<x/>")) }
    #expect(try kind(writer.bytes()) == expected)
  }

  @Test(arguments: [
    ("spreadsheet", ContainerKind.ods), ("spreadsheet-template", .ods),
    ("text", .other("OpenDocument text")), ("presentation", .other("OpenDocument file")),
  ])
  func `An OpenDocument file is told by its type`(type: String, expected: ContainerKind) throws {
    var writer = ZipWriter()
    writer.add("mimetype", bytes("application/vnd.oasis.opendocument." + type))
    writer.add("content.xml", bytes("<x/>"))
    #expect(try kind(writer.bytes()) == expected)
  }

  @Test func `The first bytes tell the rest, and the name tells nothing`() throws {
    #expect(try kind(Deflate.gzip([1])) == .gzip)
    #expect(try kind(bytes("PK;b\n1;2")) == .plain)
    #expect(try kind([]) == .plain)
    #expect(try kind([0x50, 0x4B, 3, 4, 1, 2]) == .zip)
    let plain = try TestFile.withPath(bytes("a;b"), named: "svar.xlsx") {
      try ContainerKind.of(path: $0)
    }
    #expect(plain == .plain)
  }

  private func compound(_ name: String, at offset: Int) -> [UInt8] {
    let name = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    return [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
      + [UInt8](repeating: 0, count: offset - 8) + name
      + [UInt8](repeating: 0, count: 128 - name.count)
  }

  @Test(arguments: [512, 512 + 128 * 7, 1 << 18, (1 << 19) + 128])
  func `A compound file is told by its directory, wherever it stands`(offset: Int) throws {
    #expect(try kind(compound("Workbook", at: offset)) == .xls)
    #expect(try kind(compound("Book", at: offset)) == .xls)
    #expect(try kind(compound("EncryptedPackage", at: offset)) == .encryptedOffice)
    #expect(try kind(compound("WordDocument", at: offset)) == .other("Word document (doc)"))
    #expect(try kind(compound("Workbooks", at: offset)) == .other("OLE compound file"))
  }
}
