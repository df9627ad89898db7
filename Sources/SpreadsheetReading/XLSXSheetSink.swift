import Records
import XMLReading

// Reads a worksheet part of a workbook.
final class XLSXSheetSink: SheetSink {
  let store: RowStore
  private(set) var report = SheetReport()
  private(set) var hasSheet = false
  private(set) var refusal: RecordProblem?
  let isAtEnd = false

  private let limits: SpreadsheetLimits
  private let forms: [DateForm]
  private let dates: SerialDate

  private var mergeEnds: [Int] = []
  private var depth = 0
  private var skipDepth = 0
  private var section = Section.other
  private var row = 0
  // The column of the last cell, counted from 0; cells need not say where they are.
  private var column = -1

  // The cell that is being read.
  private var type = CellType.number
  private var style = 0
  private var hasFormula = false
  private var hasValue = false
  private var isInText = false

  private enum Section {
    case rows
    case merges
    case other
  }

  private enum CellType {
    case number
    case shared
    case inline
    case formulaText
    case boolean
    case error
    case date
  }

  init(
    store: RowStore, forms: [DateForm], is1904: Bool, limits: SpreadsheetLimits
  ) {
    self.store = store
    self.forms = forms
    self.limits = limits
    dates = SerialDate(is1904: is1904)
  }

  func start(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?,
    _ attributes: XMLEventAttributes
  ) {
    depth += 1
    if skipDepth != 0 || refusal != nil { return }
    switch depth {
    case 1:
      hasSheet = name.equals("worksheet")
      if !hasSheet { skipDepth = depth }
    case 2:
      section =
        name.equals("sheetData") ? .rows : name.equals("mergeCells") ? .merges : .other
      if section == .other { skipDepth = depth }
    case 3:
      if section == .rows && name.equals("row") {
        beginRow(attributes)
      } else {
        if section == .merges && name.equals("mergeCell") { addMerge(attributes) }
        skipDepth = depth
      }
    case 4:
      if name.equals("c") { beginCell(attributes) } else { skipDepth = depth }
    default: startInCell(name)
    }
  }

  func characters(_ text: UnsafeBufferPointer<UInt8>) {
    if isInText && skipDepth == 0 && refusal == nil { store.extend(text) }
  }

  func end() {
    if skipDepth != 0 {
      if skipDepth == depth { skipDepth = 0 }
    } else if refusal == nil {
      switch depth {
      case 3: endRow()
      case 4: endCell()
      default: isInText = false
      }
    }
    depth -= 1
  }

  // MARK: Rows

  private func beginRow(_ attributes: XMLEventAttributes) {
    var number = row + 1
    var isHidden = false
    for index in 0..<attributes.count {
      guard let name = attributes.name(index) else { continue }
      if name.equals("r") {
        // Without a number that makes sense, it is the row after the one before.
        if let named = attributes.value(index).number, named > 0 { number = named }
      } else if name.equals("hidden") {
        isHidden = attributes.value(index).isTrue
      }
    }
    if number <= row { report.rowsOutOfOrder += 1 }
    row = number
    column = -1
    store.beginRow(number, isHidden: isHidden)
  }

  private func endRow() {
    guard store.endRow(), row > limits.rows else { return }
    store.dropLast()
    refusal = rowsBeyond(row, limits)
  }

  private func addMerge(_ attributes: XMLEventAttributes) {
    for index in 0..<attributes.count where attributes.name(index)?.equals("ref") == true {
      if let row = CellReference.lastRow(attributes.value(index)) { mergeEnds.append(row) }
    }
  }

  func takeMergeEnds() -> [Int] {
    defer { mergeEnds.removeAll() }
    return mergeEnds
  }

  // MARK: Cells

  private func beginCell(_ attributes: XMLEventAttributes) {
    column += 1
    type = .number
    style = 0
    hasFormula = false
    hasValue = false
    for index in 0..<attributes.count {
      guard let name = attributes.name(index), name[1] == 0 else { continue }
      switch name[0] {
      case UInt8(ascii: "r"):
        if let named = CellReference.column(attributes.value(index)) { column = named }
      case UInt8(ascii: "s"):
        style = attributes.value(index).number ?? 0
      case UInt8(ascii: "t"):
        type = Self.type(attributes.value(index))
      default: continue
      }
    }
  }

  private static func type(_ value: UnsafeBufferPointer<UInt8>) -> CellType {
    switch value.first {
    case UInt8(ascii: "s"): value.count == 1 ? .shared : .formulaText
    case UInt8(ascii: "i"): .inline
    case UInt8(ascii: "b"): .boolean
    case UInt8(ascii: "e"): .error
    case UInt8(ascii: "d"): .date
    default: .number
    }
  }

  private func startInCell(_ name: UnsafePointer<UInt8>) {
    if depth == 5 {
      if name.equals("v") {
        // Only one of them counts: a cell has either a value or a text.
        hasValue = true
        isInText = type != .inline
      } else if name.equals("f") {
        hasFormula = true
        skipDepth = depth
      } else if !name.equals("is") || type != .inline {
        skipDepth = depth
      }
    } else if name.equals("t") {
      hasValue = true
      isInText = true
    } else if depth != 6 || !name.equals("r") {
      skipDepth = depth
    }
  }

  private func endCell() {
    if hasFormula && store.openLength == 0 && !(hasValue && type == .formulaText) {
      report.formulasWithoutValue += 1
    }
    if store.openLength == 0 { return }
    switch type {
    case .shared:
      let index = store.withText { UnsafeBufferPointer($0).trimmed.number }
      store.discardText()
      store.addShared(index ?? .max, column: column)
    case .inline, .formulaText:
      store.shortenText(to: store.withText { EscapedText.decode($0) })
      store.endCell(column: column)
    case .error:
      report.errorCells += 1
      store.endCell(column: column)
    case .boolean:
      let text = store.withText { UnsafeBufferPointer($0).trimmed.isTrue ? "TRUE" : "FALSE" }
      replaceText(with: text)
    case .date:
      replaceText(with: store.withText { ISODate.text(of: UnsafeBufferPointer($0).trimmed) })
    case .number: endNumber()
    }
  }

  private func endNumber() {
    let form = style < forms.count ? forms[style] : .number
    let text: String? = store.withText { bytes in
      let number = UnsafeBufferPointer(bytes).trimmed
      if form != .number, let value = NumberText.value(number),
        let date = dates.text(of: value, as: form)
      {
        return date
      }
      let text = NumberText.text(of: number)
      return text ?? (number.count < bytes.count ? String(decoding: number, as: UTF8.self) : nil)
    }
    if let text { replaceText(with: text) } else { store.endCell(column: column) }
  }

  private func replaceText(with text: String) {
    store.discardText()
    var text = text
    text.withUTF8 { store.extend($0) }
    store.endCell(column: column)
  }
}
