// How well the bytes above 127 fit their neighbours when they are read in one encoding.
struct SingleByteScore {
  let encoding: TextEncoding
  // The sum of the logarithms of the weights, and of how usual the encoding is.
  let total: Double
  // How many bytes there are, how many of them fit, and how many of those are å, ä or ö.
  private(set) var count = 0
  private(set) var fitting = 0
  private(set) var swedish = 0

  // Bytes that weigh as much as this are counted as fitting.
  private static let fits = 0.1

  init(_ encoding: TextEncoding, _ table: SingleByteTable, _ cells: [NeighbourCounts.Cell]) {
    self.encoding = encoding
    let points = table.upperHalf
    var sum = Self.logarithmOfUse(table)
    for cell in cells {
      let character = CharacterFit(points[cell.byte - 0x80])
      let weight = character.weight(between: cell.before, and: cell.after)
      sum += Double(cell.count) * SystemCalls.logarithm(weight)
      count += cell.count
      if weight >= Self.fits {
        fitting += cell.count
        if character.isSwedishLetter { swedish += cell.count }
      }
    }
    total = sum
  }

  // The geometric mean of the weights: it orders the encodings as `total` does.
  var score: Double { count == 0 ? 0 : min(1, SystemCalls.exponential(total / Double(count))) }

  var evidence: String {
    "\(fitting) of \(count) bytes above 127 fit their neighbours, \(swedish) of them as å, ä or ö"
  }

  // Nearly every file that is not UTF-8 comes from Windows. Another encoding has to be better by
  // this much, whatever the number of bytes: some seven to one.
  private static func logarithmOfUse(_ table: SingleByteTable) -> Double {
    switch table {
    case .windows1252, .iso88591: 0
    case .iso885915: -1.5
    case .macintosh, .ibm850: -2
    }
  }

  // All of them, as the encodings are listed.
  static func all(_ neighbours: NeighbourCounts) -> [SingleByteScore] {
    let cells = neighbours.cells
    return TextEncoding.all.compactMap { encoding in
      guard case .singleByte(let table) = encoding.form else { return nil }
      return SingleByteScore(encoding, table, cells)
    }
  }
}
