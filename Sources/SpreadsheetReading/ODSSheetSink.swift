import Records
import XMLReading

// Reads one sheet of `content.xml`.
final class ODSSheetSink: SheetSink {
  let store: RowStore
  private(set) var report = SheetReport()
  private(set) var hasSheet = false
  private(set) var isAtEnd = false
  private(set) var refusal: RecordProblem?

  private let limits: SpreadsheetLimits
  private let wanted: Int
  private var sheets = 0

  private var depth = 0
  private var skipDepth = 0
  private var rowDepth = 0
  private var cellDepth = 0
  private var paragraphDepth = 0

  // The number of the next row, and of the times that the open one stands.
  private var row = 1
  private var rowRepeats = 1
  private var column = 0
  private var cell = ODSCell()

  init(store: RowStore, sheet: Int, limits: SpreadsheetLimits) {
    self.store = store
    self.limits = limits
    wanted = sheet
  }

  func takeMergeEnds() -> [Int] { [] }

  func start(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?,
    _ attributes: XMLEventAttributes
  ) {
    depth += 1
    if skipDepth != 0 || refusal != nil { return }
    if paragraphDepth != 0 { return startInParagraph(name, namespace, attributes) }
    if cellDepth != 0 {
      guard name.equals("p") else { return skip() }
      paragraphDepth = depth
      if cell.paragraphs > 0 { store.extend(UInt8(ascii: "\n")) }
      cell.paragraphs += 1
    } else if rowDepth != 0 {
      guard name.equals("table-cell") || name.equals("covered-table-cell") else { return skip() }
      cellDepth = depth
      cell = ODSCell(attributes)
      if cell.isMerged { store.addMerge() }
    } else {
      startOutsideRow(name, attributes)
    }
  }

  func characters(_ text: UnsafeBufferPointer<UInt8>) {
    if paragraphDepth != 0 && skipDepth == 0 && refusal == nil {
      // Blanks as they stand, as LibreOffice takes them; the standard would join them.
      store.extend(text)
    }
  }

  func end() {
    if skipDepth != 0 {
      if skipDepth == depth { skipDepth = 0 }
    } else if refusal == nil {
      if depth == paragraphDepth {
        paragraphDepth = 0
      } else if depth == cellDepth {
        endCell()
        cellDepth = 0
      } else if depth == rowDepth {
        endRow()
        rowDepth = 0
      } else if depth == 4 {
        isAtEnd = true
      }
    }
    depth -= 1
  }

  private func skip() { skipDepth = depth }

  private func startOutsideRow(
    _ name: UnsafePointer<UInt8>, _ attributes: XMLEventAttributes
  ) {
    switch depth {
    case 1: return
    case 2: if !name.equals("body") { skip() }
    case 3: if !name.equals("spreadsheet") { skip() }
    case 4:
      // Others at this depth hold what was deleted, or where data came from.
      guard name.equals("table") else { return skip() }
      sheets += 1
      hasSheet = hasSheet || sheets - 1 == wanted
      if sheets - 1 != wanted { skip() }
    default:
      if name.equals("table-row") {
        beginRow(attributes)
      } else if !name.equals("table-row-group") && !name.equals("table-header-rows")
        && !name.equals("table-rows")
      {
        skip()
      }
    }
  }

  // MARK: Rows

  private func beginRow(_ attributes: XMLEventAttributes) {
    rowRepeats = 1
    var isHidden = false
    for index in 0..<attributes.count {
      guard let name = attributes.name(index) else { continue }
      if name.equals("number-rows-repeated") {
        rowRepeats = ODSNames.repeats(attributes.value(index))
      } else if name.equals("visibility") {
        isHidden = !attributes.value(index).equals("visible")
      }
    }
    rowDepth = depth
    column = 0
    // A row with text beyond the limit is cut to those that are within it, and then refused.
    let room = max(limits.rows - row + 1, 1)
    store.beginRow(row, repeats: min(rowRepeats, room), isHidden: isHidden)
  }

  private func endRow() {
    let last = row + rowRepeats - 1
    if store.endRow() && last > limits.rows {
      if row > limits.rows { store.dropLast() }
      refusal = rowsBeyond(last, limits)
    }
    row = min(last, ODSNames.mostRepeats) + 1
  }

  // MARK: Cells

  private func endCell() {
    let times = cell.repeats
    let outcome = cell.finish(store)
    if outcome == .error { report.errorCells += times * rowRepeats }
    if outcome == .formulaWithoutValue { report.formulasWithoutValue += times * rowRepeats }
    store.endCell(column: column, count: times)
    column = min(column + times, ODSNames.mostRepeats)
  }

  private func startInParagraph(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?,
    _ attributes: XMLEventAttributes
  ) {
    if name.equals("s") {
      var count = 1
      for index in 0..<attributes.count where attributes.name(index)?.equals("c") == true {
        count = ODSNames.repeats(attributes.value(index))
      }
      store.extend(UInt8(ascii: " "), times: count)
    } else if name.equals("tab") {
      store.extend(UInt8(ascii: "\t"))
    } else if name.equals("line-break") {
      store.extend(UInt8(ascii: "\n"))
    } else if name.equals("annotation") || name.equals("note") || name.equals("ruby-text")
      || ODSNames.isDrawing(namespace)
    {
      // Comments, and what floats above the cell.
      skip()
    }
  }
}
