import Records

// The rows that have been read and not yet handed over: those of one piece of the file.
//
// A row has its cells with text and nothing for the others. A cell that is repeated stands here
// once with its number of times, and so does a row; a shared text is its number.
final class RowStore {
  struct Cell {
    var column: Int
    var count: Int
    // Where the text begins in `bytes`, or which of the shared texts it is.
    var start: Int
    // `shared` for a shared text.
    var length: Int

    static let shared = -1
  }

  struct Fault {
    let kind: RecordProblem.Kind
    var expected: Int?
    let detail: StaticString
  }

  struct Row {
    var number: Int
    var repeats: Int
    var firstCell: Int
    var cellCount = 0
    // The number of columns to the last one with text.
    var width = 0
    var byteCount = 0
    var merges = 0
    var isHidden = false
    var fault: Fault?
  }

  // A few bytes of a file can ask for a run of blanks of any length; this is as long as a cell
  // of Excel.
  private static let longestRun = 32_767

  let shared: SharedTexts?
  private let limits: SpreadsheetLimits
  private var bytes: [UInt8] = []
  private var cells: [Cell] = []
  private var rows: [Row] = []
  private var head = 0
  private var open = Row(number: 0, repeats: 1, firstCell: 0)
  private var isOpen = false
  private var isFaulty = false
  // Where the text of the cell that is being read begins.
  private var textStart = 0
  private var isInOrder = true

  init(shared: SharedTexts?, limits: SpreadsheetLimits) {
    self.shared = shared
    self.limits = limits
  }

  // MARK: Writing

  func beginRow(_ number: Int, repeats: Int = 1, isHidden: Bool = false) {
    open = Row(number: number, repeats: repeats, firstCell: cells.count, isHidden: isHidden)
    isOpen = true
    isFaulty = false
    textStart = bytes.count
    isInOrder = true
  }

  func addMerge() { open.merges += 1 }

  func fail(_ kind: RecordProblem.Kind, expected: Int? = nil, _ detail: StaticString) {
    if isFaulty { return }
    isFaulty = true
    open.fault = Fault(kind: kind, expected: expected, detail: detail)
  }

  // Adds to the text of the cell that is being read.
  @inline(__always)
  func extend(_ text: UnsafeBufferPointer<UInt8>) {
    if isFaulty { return }
    guard bytes.count - textStart + text.count <= limits.cellBytes else { return failCell() }
    bytes.append(contentsOf: text)
  }

  func extend(_ byte: UInt8, times: Int = 1) {
    if isFaulty { return }
    guard times <= Self.longestRun, times <= limits.cellBytes - (bytes.count - textStart) else {
      return failCell()
    }
    for _ in 0..<times { bytes.append(byte) }
  }

  // The number of bytes of the cell that is being read.
  var openLength: Int { bytes.count - textStart }

  func discardText() { bytes.removeLast(bytes.count - textStart) }

  func withText<R>(_ body: (UnsafeMutableBufferPointer<UInt8>) -> R) -> R {
    let start = textStart
    return bytes.withUnsafeMutableBufferPointer {
      body(UnsafeMutableBufferPointer(rebasing: $0[start...]))
    }
  }

  func shortenText(to count: Int) { bytes.removeLast(bytes.count - textStart - count) }

  // Ends a cell whose text was added.
  @inline(__always)
  func endCell(column: Int, count: Int = 1) {
    let length = bytes.count - textStart
    if length > 0 {
      add(Cell(column: column, count: count, start: textStart, length: length), length)
    }
    textStart = bytes.count
  }

  // Adds a cell that has a shared text.
  @inline(__always)
  func addShared(_ index: Int, column: Int) {
    guard let length = shared?.length(index) else {
      return fail(.notWellFormed, "a cell refers to a shared text that is not there")
    }
    guard length != .max else { return failCell() }
    if length > 0 {
      add(Cell(column: column, count: 1, start: index, length: Cell.shared), length)
    }
  }

  // Ends the row; `false` when it is blank, and then it is dropped.
  func endRow() -> Bool {
    isOpen = false
    if !isFaulty && !isInOrder { sortCells(&open) }
    if open.fault != nil {
      cells.removeLast(cells.count - open.firstCell)
      open.cellCount = 0
    } else if open.width == 0 {
      return false
    }
    rows.append(open)
    return true
  }

  // Takes back the row that was ended last.
  func dropLast() {
    let row = rows.removeLast()
    cells.removeLast(cells.count - row.firstCell)
  }

  // The number of the row that was begun and not ended.
  var openRow: Int? { isOpen ? open.number : nil }

  private func failCell() {
    fail(.valueTooLong, expected: limits.cellBytes, "bytes in one cell")
  }

  @inline(__always)
  private func add(_ cell: Cell, _ length: Int) {
    if isFaulty { return }
    guard cell.column + cell.count <= limits.columns else {
      return fail(.recordTooLong, expected: limits.columns, "columns")
    }
    open.byteCount += length * cell.count
    guard open.byteCount <= limits.rowBytes else {
      return fail(.recordTooLong, expected: limits.rowBytes, "bytes in one row")
    }
    if cell.column < open.width { isInOrder = false }
    cells.append(cell)
    open.cellCount += 1
    open.width = max(open.width, cell.column + cell.count)
  }

  private func sortCells(_ row: inout Row) {
    let range = row.firstCell..<(row.firstCell + row.cellCount)
    cells[range].sort { $0.column < $1.column }
    for index in range.dropFirst() where cells[index].column <= cells[index - 1].column {
      row.fault = Fault(
        kind: .notWellFormed, expected: nil, detail: "two cells of the row are in one column")
    }
  }

  // MARK: Reading

  var next: Row? { head < rows.count ? rows[head] : nil }

  // Goes on to the next row, or to the next of the times that this one is repeated.
  func advance() {
    if rows[head].repeats > 1 && rows[head].fault == nil {
      rows[head].repeats -= 1
      rows[head].number += 1
    } else {
      head += 1
    }
  }

  // Lets go of the rows that were handed over; what is open, at the end of everything, stays.
  func compact() {
    let firstCell = isOpen ? open.firstCell : cells.count
    let firstByte =
      isOpen
      ? cells[firstCell...].first { $0.length != Cell.shared }?.start ?? textStart : bytes.count
    cells.removeFirst(firstCell)
    bytes.removeFirst(firstByte)
    for index in cells.indices where cells[index].length != Cell.shared {
      cells[index].start -= firstByte
    }
    open.firstCell = 0
    textStart = isOpen ? textStart - firstByte : 0
    rows.removeAll(keepingCapacity: true)
    head = 0
  }

  func values(of row: Row) -> [String] {
    var values = [String](repeating: "", count: row.width)
    forEachCell(of: row) { column, count, text in
      let value = String(decoding: text, as: UTF8.self)
      for index in column..<(column + count) { values[index] = value }
    }
    return values
  }

  @inline(__always)
  func forEachCell(
    of row: Row, _ body: (_ column: Int, _ count: Int, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      for cell in cells[row.firstCell..<(row.firstCell + row.cellCount)] {
        if cell.length == Cell.shared {
          if let shared { body(cell.column, cell.count, shared[cell.start]) }
        } else {
          let range = cell.start..<(cell.start + cell.length)
          body(cell.column, cell.count, UnsafeBufferPointer(rebasing: bytes[range]))
        }
      }
    }
  }
}
