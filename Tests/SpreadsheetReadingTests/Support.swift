import ArchiveTestSupport
import Archives
import Records
import SpreadsheetReading

// What came out of a sheet.
struct Reading: Equatable {
  var header: [SheetRow] = []
  var records: [[String]] = []
  var lines: [Int] = []
  var problems: [RecordProblem] = []
  var undelivered: [RecordProblem] = []
  var failure: RecordProblem?
  var report = SheetReport()
}

func read(
  _ bytes: [UInt8], sheet: Int = 0, headerRows: Int = 1, columns: Int = 6,
  chunkSize: Int = 1 << 16, limits: SpreadsheetLimits = SpreadsheetLimits()
) throws -> Reading {
  let spreadsheet = try Spreadsheet(try TestFile.open(bytes), limits: limits)
  let reader = try SheetReader(spreadsheet, sheet: sheet, chunkSize: chunkSize)
  var reading = Reading()
  reading.header = try reader.readHeader(rows: headerRows)
  let batch = RecordBatch(columnCount: columns)
  var more = true
  var seen = 0
  while more {
    more = try reader.next(into: batch, columnOfField: Array(0..<columns))
    precondition(batch.firstRecord == seen + 1, "the records are numbered without a gap")
    for record in 0..<batch.count {
      reading.records.append((0..<columns).map { batch.string(column: $0, record: record) })
      reading.lines.append(Int(batch.lines[record]))
    }
    for var problem in batch.problems {
      // Counted over all batches, so that the number of them makes no difference.
      problem.recordIndex = problem.recordIndex.map { reading.records.count - batch.count + $0 }
      reading.problems.append(problem)
    }
    reading.undelivered += batch.undelivered
    seen += batch.count + batch.undelivered.count
  }
  precondition(reader.recordCount + reader.setAsideCount == seen && reader.isFinished)
  reading.failure = reader.failure
  reading.report = reader.report
  return reading
}

// A workbook with its parts as text.
struct Workbook {
  static let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  // The parts by their names, and their order.
  var parts: [(name: String, text: String)]

  // One sheet with these rows, and what follows them.
  init(
    rows: String, after: String = "", shared: String? = nil, styles: String? = nil,
    properties: String = ""
  ) {
    parts = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        "<Relationships><Relationship Id='r1' Type='\(Self.links)/officeDocument' "
          + "Target='xl/workbook.xml'/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns='\(Self.space)' xmlns:r='\(Self.links)'>\(properties)"
          + "<sheets><sheet name='Blad1' sheetId='1' r:id='rId1'/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships>"
          + "<Relationship Id='rId1' Type='\(Self.links)/worksheet' Target='worksheets/s1.xml'/>"
          + "<Relationship Id='rId2' Type='\(Self.links)/styles' Target='styles.xml'/>"
          + "<Relationship Id='rId3' Type='\(Self.links)/sharedStrings' "
          + "Target='sharedStrings.xml'/></Relationships>"
      ),
      (
        "xl/worksheets/s1.xml",
        "<worksheet xmlns='\(Self.space)'><dimension ref='A1'/><sheetData>\(rows)</sheetData>"
          + "\(after)</worksheet>"
      ),
    ]
    if let shared { parts.append(("xl/sharedStrings.xml", "<sst>\(shared)</sst>")) }
    if let styles { parts.append(("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>")) }
  }

  subscript(name: String) -> String {
    get { parts.first { $0.name == name }?.text ?? "" }
    set {
      parts.removeAll { $0.name == name }
      parts.append((name, newValue))
    }
  }

  mutating func remove(_ name: String) { parts.removeAll { $0.name == name } }

  var bytes: [UInt8] {
    var writer = ZipWriter()
    for part in parts { writer.add(part.name, part.text) }
    return writer.bytes()
  }
}

// An OpenDocument spreadsheet with this inside its `office:spreadsheet`.
func ods(
  _ spreadsheet: String, styles: String = "", manifest: String = "<manifest/>"
) -> [UInt8] {
  let spaces = [
    "office", "table", "text", "style", "drawing",
  ].map { "xmlns:\($0)='urn:oasis:names:tc:opendocument:xmlns:\($0):1.0'" }
  var writer = ZipWriter()
  writer.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
  writer.add("META-INF/manifest.xml", manifest)
  writer.add(
    "content.xml",
    "<office:document-content \(spaces.joined(separator: " ")) "
      + "xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>"
      + "<office:automatic-styles>\(styles)</office:automatic-styles><office:body>"
      + "<office:spreadsheet>\(spreadsheet)</office:spreadsheet></office:body>"
      + "</office:document-content>")
  return writer.bytes()
}

// One sheet with these rows.
func ods(rows: String) -> [UInt8] {
  ods("<table:table table:name='Blad1'>\(rows)</table:table>")
}

// A row of texts.
func odsRow(_ texts: String..., attributes: String = "") -> String {
  let cells = texts.map {
    "<table:table-cell office:value-type='string'><text:p>\($0)</text:p></table:table-cell>"
  }
  return "<table:table-row \(attributes)>\(cells.joined())</table:table-row>"
}

// The kind of the error that `body` ends in, or `nil`.
func kind(of body: () throws -> Void) -> SpreadsheetError.Kind? {
  do {
    try body()
    return nil
  } catch {
    return (error as? SpreadsheetError)?.kind
  }
}
