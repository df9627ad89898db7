/// The values of a ``ByteColumn`` as plain pointers; good until the column is changed.
public struct ByteColumnPointers {
  let bytes: UnsafePointer<UInt8>
  let ends: UnsafePointer<UInt32>
  /// The number of values.
  public let count: Int

  /// The bytes of one value.
  public func value(at index: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(index >= 0 && index < count, "no such value")
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return UnsafeBufferPointer(start: bytes + start, count: Int(ends[index]) - start)
  }
}
