/// One place where a refined text differs from the original: which bytes stand for which.
///
/// Either range may be empty: something was removed, or something was put in.
public struct TextEdit: Sendable, Equatable {
  /// The first byte of the original that was replaced.
  public var originalStart: UInt32
  /// The byte after the last one of the original that was replaced.
  public var originalEnd: UInt32
  /// The first byte of the refined text that stands there instead.
  public var refinedStart: UInt32
  /// The byte after the last one of the refined text that stands there instead.
  public var refinedEnd: UInt32

  /// Makes an edit from two ranges of bytes.
  public init(original: Range<Int>, refined: Range<Int>) {
    originalStart = UInt32(truncatingIfNeeded: original.lowerBound)
    originalEnd = UInt32(truncatingIfNeeded: original.upperBound)
    refinedStart = UInt32(truncatingIfNeeded: refined.lowerBound)
    refinedEnd = UInt32(truncatingIfNeeded: refined.upperBound)
  }

  /// The bytes of the original that were replaced.
  public var original: Range<Int> { Int(originalStart)..<Int(originalEnd) }
  /// The bytes of the refined text that stand there instead.
  public var refined: Range<Int> { Int(refinedStart)..<Int(refinedEnd) }
}
