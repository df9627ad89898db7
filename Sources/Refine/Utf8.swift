/// Reading UTF-8 one scalar at a time, without a check for what is promised to be valid.
///
/// Callers promise valid UTF-8. On bytes that are not, nothing outside the value is read and
/// nothing traps; the scalars are then of no use.
enum Utf8 {
  /// The scalar that begins at `index`, and its number of bytes.
  @inline(__always)
  static func decode(
    _ bytes: UnsafePointer<UInt8>, at index: Int, to end: Int
  ) -> (value: UInt32, length: Int) {
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 {
      guard index + 1 < end else { return (0xFFFD, 1) }
      return ((lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2)
    }
    if lead < 0xF0 {
      guard index + 2 < end else { return (0xFFFD, end - index) }
      return (
        (lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
          | UInt32(bytes[index + 2] & 0x3F), 3
      )
    }
    guard index + 3 < end else { return (0xFFFD, end - index) }
    return (
      (lead & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
        | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F), 4
    )
  }

  /// Where the scalar that ends before `index` begins; not before `start`.
  @inline(__always)
  static func scalarStart(
    _ bytes: UnsafePointer<UInt8>, before index: Int, from start: Int
  ) -> Int {
    var position = index - 1
    while position > start, bytes[position] & 0xC0 == 0x80 { position -= 1 }
    return position
  }

  /// The scalar that ends before `index` and where it begins, or `nil` at `start`.
  static func scalar(
    _ bytes: UnsafePointer<UInt8>, before index: Int, from start: Int
  ) -> (value: UInt32, start: Int)? {
    guard index > start else { return nil }
    let position = scalarStart(bytes, before: index, from: start)
    return (decode(bytes, at: position, to: index).value, position)
  }
}
