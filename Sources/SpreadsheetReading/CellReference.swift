// References such as `BC12`.
enum CellReference {
  // The column, counted from 0; `nil` for what does not begin with one to three letters.
  @inline(__always)
  static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
    var column = 0
    var length = 0
    for byte in reference {
      let letter = byte & 0xDF
      guard letter >= 0x41, letter <= 0x5A, byte >= 0x41 else { break }
      length += 1
      if length > 3 { return nil }
      column = column * 26 + Int(letter - 0x40)
    }
    return length == 0 ? nil : column - 1
  }

  // The row, counted from 1, of the second corner of `A1:C3`; of `A1` that of the only one.
  static func lastRow(_ range: UnsafeBufferPointer<UInt8>) -> Int? {
    let start = range.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? 0
    let digits = range[start...].drop { $0 < 0x30 || $0 > 0x39 }
    return UnsafeBufferPointer(rebasing: digits).number
  }
}
