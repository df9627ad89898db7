/// One input of the fuzzer: a few bytes that say how to read, and then the file itself.
public struct FuzzInput {
  private var ways: ArraySlice<UInt8>
  /// The bytes of the file.
  public let file: [UInt8]

  /// Takes the first `ways` bytes for decisions.
  public init(_ start: UnsafePointer<UInt8>?, _ count: Int, ways: Int) {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    self.ways = bytes.prefix(ways)
    file = Array(bytes.dropFirst(ways))
  }

  /// The next decision, a number in the range; its lower bound when the bytes are used up.
  public mutating func draw(_ range: ClosedRange<Int>) -> Int {
    guard let byte = ways.popFirst() else { return range.lowerBound }
    return range.lowerBound + Int(byte) % range.count
  }

  /// The next decision, one of the values.
  public mutating func draw(_ values: [Int]) -> Int { values[draw(0...values.count - 1)] }
}

/// Stops the run with a finding when a property does not hold; the fuzzer keeps the input.
public func require(_ holds: Bool, _ property: @autoclosure () -> String) {
  if !holds { fatalError("violated: \(property())") }
}
