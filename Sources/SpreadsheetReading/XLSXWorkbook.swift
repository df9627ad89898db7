import Archives
import Records
import XMLReading

// What is known of an Excel workbook before a sheet is read.
final class XLSXWorkbook {
  let sheets: [SheetInfo]
  let is1904: Bool
  private let archive: ZipArchive
  private let limits: SpreadsheetLimits
  // The parts, by their place in `sheets`.
  private let members: [ZipMember?]
  private let stylesMember: ZipMember?
  private let textsMember: ZipMember?
  private let unpacked = UnpackedPart()
  // Read when the first sheet is.
  private var readForms: [DateForm]?
  private var readTexts: SharedTexts?

  init(_ archive: ZipArchive, _ limits: SpreadsheetLimits) throws(SpreadsheetError) {
    self.archive = archive
    self.limits = limits
    let parts = PartNames(archive)
    let root = try Self.relationships(parts, of: "", limits)
    let main = root.values.first { $0.type == "officeDocument" }?.target
    let path = main.map { PartNames.resolve($0, against: "") } ?? "xl/workbook.xml"
    guard let workbookMember = parts.member(path) ?? parts.member("xl/workbook.xml") else {
      throw SpreadsheetError(.damaged, "the workbook has no xl/workbook.xml, or has it twice")
    }
    let workbook = WorkbookSink(limits)
    try PartReader.read(workbookMember, of: archive, into: workbook)
    is1904 = workbook.is1904
    let base = workbookMember.name
    let links = try Self.relationships(parts, of: base, limits)
    func part(_ type: String, _ usual: String) -> ZipMember? {
      let link = links.values.first { $0.type == type }
      return link.flatMap { parts.member(PartNames.resolve($0.target, against: base)) }
        ?? parts.member(PartNames.resolve(usual, against: base))
    }
    stylesMember = part("styles", "styles.xml")
    textsMember = part("sharedStrings", "sharedStrings.xml")
    var sheets: [SheetInfo] = []
    var members: [ZipMember?] = []
    for (number, sheet) in workbook.sheets.enumerated() {
      let link = links[sheet.relationship]
      // Charts and macros have tabs of their own, and no cells.
      if let type = link?.type, type != "worksheet" { continue }
      let target = link?.target ?? "worksheets/sheet\(number + 1).xml"
      sheets.append(SheetInfo(name: sheet.name, index: sheets.count, isHidden: sheet.isHidden))
      members.append(parts.member(PartNames.resolve(target, against: base)))
    }
    self.sheets = sheets
    self.members = members
  }

  // The XML of a sheet.
  func file(_ sheet: Int) throws(SpreadsheetError) -> InputFile {
    guard let member = members[sheet] else {
      throw SpreadsheetError(
        .damaged, "the part of the workbook with sheet \(sheet + 1) is missing, or is there twice")
    }
    return try unpacked.file(member, of: archive)
  }

  func forms() throws(SpreadsheetError) -> [DateForm] {
    if let readForms { return readForms }
    let sink = StylesSink(limits)
    if let stylesMember { try PartReader.read(stylesMember, of: archive, into: sink) }
    readForms = sink.forms
    return sink.forms
  }

  func texts() throws(SpreadsheetError) -> SharedTexts? {
    if let readTexts { return readTexts }
    guard let textsMember else { return nil }
    let sink = SharedTextsSink(partSize: textsMember.size, limits)
    try PartReader.read(textsMember, of: archive, into: sink)
    readTexts = sink.texts
    return sink.texts
  }

  private static func relationships(
    _ parts: PartNames, of part: String, _ limits: SpreadsheetLimits
  ) throws(SpreadsheetError) -> [String: RelationshipsSink.Relationship] {
    guard let member = parts.member(PartNames.relationships(of: part)) else { return [:] }
    let sink = RelationshipsSink(limits)
    try PartReader.read(member, of: parts.archive, into: sink)
    return sink.all
  }
}
