import ArchiveTestSupport
import FuzzSupport
import Records
import SpreadsheetReading

/// Reads one input.
///
/// The bytes are a whole file, or one part of a workbook that is sound otherwise: a zip archive that
/// is changed at random seldom gets as far as its parts. The pieces in which a part is read make no
/// difference, the counts of records agree, and every value is UTF-8.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSheet(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = FuzzInput(start, count, ways: 4)
  let part = input.draw([1, 1, 1, 2, 3, 4, 5, 5, 0])
  let chunk = input.draw(1...80)
  let headerRows = input.draw(0...2)
  let limits =
    input.draw(0...1) == 0
    ? SpreadsheetLimits()
    : SpreadsheetLimits(
      columns: 4, rows: 30, cellBytes: 8, rowBytes: 20, sheetBytes: 200, sharedBytes: 60,
      sharedTexts: 5, parts: 4)
  let file = part == 0 ? input.file : Parts(changed: part, to: input.file).bytes
  let pieces = outcome(file, limits, headerRows, chunk: chunk)
  let one = outcome(file, limits, headerRows, chunk: 1 << 20)
  switch (pieces, one) {
  case (.success(let pieces), .success(let one)): compare(pieces, one)
  case (.failure(let pieces), .failure(let one)):
    require(pieces.kind == one.kind, "the same refusal in pieces: \(pieces) and \(one)")
  default: require(false, "refused in pieces only, or only as a whole")
  }
  return 0
}

private func outcome(
  _ file: [UInt8], _ limits: SpreadsheetLimits, _ headerRows: Int, chunk: Int
) -> Result<[Reading], SpreadsheetError> {
  do {
    let spreadsheet = try Spreadsheet(try TestFile.open(file), limits: limits)
    require(spreadsheet.sheets.count <= limits.parts, "no more sheets than allowed")
    var readings: [Reading] = []
    for sheet in spreadsheet.sheets.indices.prefix(3) {
      readings.append(
        try Reading(SheetReader(spreadsheet, sheet: sheet, chunkSize: chunk), headerRows, limits))
    }
    return .success(readings)
  } catch let error as SpreadsheetError {
    return .failure(error)
  } catch {
    fatalError("a file that is there can be read")
  }
}

private func compare(_ pieces: [Reading], _ one: [Reading]) {
  require(pieces.count == one.count, "as many sheets")
  for (pieces, one) in zip(pieces, one) {
    if pieces.failure?.kind == one.failure?.kind {
      require(pieces.problems == one.problems, "problems in pieces")
      require(pieces.undelivered == one.undelivered, "undelivered in pieces")
      require(pieces == one, "records in pieces")
    } else {
      // Of two faults it depends on the pieces which is seen first, and what stands behind the end
      // of the sheet may be seen or not.
      let both = min(pieces.records.count, one.records.count)
      require(pieces.records.prefix(both) == one.records.prefix(both), "records before a fault")
    }
  }
}

private struct Reading: Equatable {
  var header: [SheetRow]
  var records: [[[UInt8]]] = []
  var lines: [UInt32] = []
  var fieldCounts: [UInt32] = []
  var problems: [RecordProblem] = []
  var undelivered: [RecordProblem] = []
  var failure: RecordProblem?
  var report = SheetReport()

  init(_ reader: SheetReader, _ headerRows: Int, _ limits: SpreadsheetLimits) throws {
    header = try reader.readHeader(rows: headerRows)
    require(header.count <= headerRows, "no more header rows than were asked for")
    let columns = 5
    let batch = RecordBatch(columnCount: columns)
    var seen = 0
    var more = true
    while more {
      more = try reader.next(into: batch, columnOfField: Array(0..<columns))
      require(batch.firstRecord == seen + 1, "records are numbered in order")
      for record in 0..<batch.count {
        records.append(
          (0..<columns).map { column in
            let value = batch.value(column: column, record: record)
            require(String(validating: value, as: UTF8.self) != nil, "every value is UTF-8")
            require(value.count <= limits.cellBytes, "no cell is longer than the limit")
            return Array(value)
          })
      }
      for var problem in batch.problems {
        problem.recordIndex = problem.recordIndex.map { $0 + seen }
        // Where a fault is, libxml2 says, and it depends on the pieces.
        if problem.recordIndex == nil { continue }
        problems.append(problem)
      }
      lines += batch.lines
      fieldCounts += batch.fieldCounts
      undelivered += batch.undelivered
      seen += batch.count + batch.undelivered.count
    }
    require(reader.isFinished, "the reader says that it is done")
    require(reader.recordCount == records.count, "as many records as are counted")
    require(reader.setAsideCount == undelivered.count, "as many set aside as are counted")
    failure = reader.failure
    failure?.line = nil
    failure?.detail = nil
    report = reader.report
  }
}

// A small workbook or OpenDocument sheet with one part of it given.
private struct Parts {
  var bytes: [UInt8]

  init(changed: Int, to part: [UInt8]) {
    var writer = ZipWriter()
    if changed == 5 {
      writer.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
      writer.add("META-INF/manifest.xml", Array("<manifest/>".utf8))
      writer.add("content.xml", part)
    } else {
      let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
      let sheet =
        "<worksheet><sheetData><row r='1'><c t='s' s='1'><v>0</v></c><c s='2'><v>45000.5</v></c>"
        + "<c t='s'><v>2</v></c></row><row r='3'><c r='B3' s='3'><v>1.5</v></c></row></sheetData>"
        + "</worksheet>"
      let shared = "<sst><si><t>svar</t></si><si><r><t>a</t></r></si><si><t>å</t></si></sst>"
      let styles =
        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy-mm-dd'/></numFmts><cellXfs>"
        + "<xf/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='10'/></cellXfs></styleSheet>"
      let workbook =
        "<workbook xmlns:r='\(links)'><sheets><sheet name='B' sheetId='1' r:id='r1'/></sheets>"
        + "</workbook>"
      writer.add("[Content_Types].xml", Array("<Types/>".utf8))
      writer.add(
        "_rels/.rels",
        Array(
          ("<Relationships><Relationship Id='r1' Type='\(links)/officeDocument' "
            + "Target='xl/workbook.xml'/></Relationships>").utf8))
      writer.add("xl/workbook.xml", changed == 4 ? part : Array(workbook.utf8))
      writer.add(
        "xl/_rels/workbook.xml.rels",
        Array(
          ("<Relationships><Relationship Id='r1' Type='\(links)/worksheet' Target='s.xml'/>"
            + "<Relationship Id='r2' Type='\(links)/styles' Target='t.xml'/>"
            + "<Relationship Id='r3' Type='\(links)/sharedStrings' Target='u.xml'/>"
            + "</Relationships>").utf8))
      writer.add("xl/s.xml", changed == 1 ? part : Array(sheet.utf8))
      writer.add("xl/t.xml", changed == 3 ? part : Array(styles.utf8))
      writer.add("xl/u.xml", changed == 2 ? part : Array(shared.utf8))
    }
    bytes = writer.bytes()
  }
}
