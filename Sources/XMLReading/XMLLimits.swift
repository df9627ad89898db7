/// How much an XML file may ask of the reader before it is refused.
///
/// The defaults are far above what survey tools and e-service platforms write, and keep the
/// memory bounded whatever the file holds. A record that is too large is set aside and the
/// reading goes on; too deep a nesting, too large a start tag or too many names are a
/// matter of the whole file, and the reading stops.
public struct XMLLimits: Sendable, Equatable {
  /// The deepest nesting of elements; the root is at depth 1.
  public var depth: Int
  /// The most bytes in one column of one record.
  public var valueLength: Int
  /// The most bytes in all columns of one record; text that is not copied does not count.
  public var recordLength: Int
  /// The most attributes on one element.
  public var attributeCount: Int
  /// The most bytes in one attribute; libxml2 itself stops at 10,000,000.
  public var attributeLength: Int
  /// The most different names of elements, attributes, prefixes and namespaces, after which the
  /// reading stops.
  public var nameCount: Int
  /// The most different element and attribute paths that are told apart and counted; beyond it,
  /// the values are still read.
  public var pathCount: Int

  /// Makes limits; what is left out gets its default.
  public init(
    depth: Int = 64, valueLength: Int = 16 << 20, recordLength: Int = 32 << 20,
    attributeCount: Int = 256, attributeLength: Int = 1 << 20, nameCount: Int = 100_000,
    pathCount: Int = 10_000
  ) {
    self.depth = depth
    self.valueLength = valueLength
    self.recordLength = recordLength
    self.attributeCount = attributeCount
    self.attributeLength = attributeLength
    self.nameCount = nameCount
    self.pathCount = pathCount
  }
}
