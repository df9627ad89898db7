// Counts what stands to the left and to the right of each byte above 127.
//
// That is all that is needed to tell the single-byte encodings apart: what is a letter in one of
// them is a quotation mark or a box in another, and a box does not stand inside a word. One
// number for each byte and pair of sides: 36 KiB, however long the text.
struct NeighbourCounts {
  // What kind of byte a neighbour is. A byte above 127 means something else in each encoding.
  enum Side: Int, CaseIterable {
    case lower
    case upper
    case digit
    case blank
    case mark
    case high

    init(_ byte: UInt8) {
      switch byte {
      case 0x61...0x7A: self = .lower
      case 0x41...0x5A: self = .upper
      case 0x30...0x39: self = .digit
      case 0x09, 0x0A, 0x0D, 0x20: self = .blank
      case 0x80...0xFF: self = .high
      default: self = .mark
      }
    }
  }

  struct Cell {
    var byte: Int
    var before: Side
    var after: Side
    var count: Int
  }

  // By byte, side before and side after; there is no room for them before the first byte.
  private var counts: [Int] = []
  private var isUsed = [Bool](repeating: false, count: 128)

  mutating func add(_ byte: UInt8, before: UInt8, after: UInt8) {
    guard byte >= 0x80 else { return }
    if counts.isEmpty { counts = [Int](repeating: 0, count: 128 * 36) }
    let row = Int(byte - 0x80)
    isUsed[row] = true
    counts[row * 36 + Side(before).rawValue * 6 + Side(after).rawValue] += 1
  }

  // What was counted, without the many pairs of sides that do not occur.
  var cells: [Cell] {
    var cells: [Cell] = []
    for row in 0..<128 where isUsed[row] {
      for before in Side.allCases {
        for after in Side.allCases {
          let count = counts[row * 36 + before.rawValue * 6 + after.rawValue]
          guard count > 0 else { continue }
          cells.append(Cell(byte: 0x80 + row, before: before, after: after, count: count))
        }
      }
    }
    return cells
  }
}
