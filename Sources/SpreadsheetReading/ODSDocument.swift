import Archives
import Records
import XMLReading

// What is known of an OpenDocument spreadsheet before a sheet is read.
final class ODSDocument {
  let sheets: [SheetInfo]
  private let archive: ZipArchive
  private let unpacked = UnpackedPart()
  private let member: ZipMember
  private let limits: SpreadsheetLimits

  init(_ archive: ZipArchive, _ limits: SpreadsheetLimits) throws(SpreadsheetError) {
    self.archive = archive
    self.limits = limits
    if let manifest = archive.member(named: "META-INF/manifest.xml") {
      let sink = ODSManifestSink()
      try PartReader.read(manifest, of: archive, into: sink)
      if sink.isEncrypted { throw Self.needsPassword }
    }
    guard let content = archive.member(named: "content.xml") else {
      let isPacked = archive.member(named: "encrypted-package") != nil
      throw isPacked
        ? Self.needsPassword
        : SpreadsheetError(.damaged, "the spreadsheet has no content.xml, or has it twice")
    }
    member = content
    let outline = ODSOutlineSink(limits)
    do {
      try PartReader.read(content, of: archive, into: outline)
    } catch {
      // Where the XML ends too early, the reader of the last sheet says so, after its rows.
      guard error.problem?.kind == .notWellFormed, !outline.sheets.isEmpty else { throw error }
    }
    sheets = outline.sheets
  }

  func file() throws(SpreadsheetError) -> InputFile {
    try unpacked.file(member, of: archive)
  }

  private static let needsPassword = SpreadsheetError(
    .passwordProtected,
    "it is protected by a password; open it in LibreOffice, take the password away and save it "
      + "as .ods, .xlsx or CSV")
}
