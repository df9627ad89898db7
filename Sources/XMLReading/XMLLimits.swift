/// How much an XML file may ask of the reader before it is refused.
///
/// The defaults are far above what survey tools and e-service platforms write, and keep the
/// memory bounded whatever the file holds. A record that is too large is set aside and the
/// reading goes on; too deep a nesting, too large a start tag or too many names are a
/// matter of the whole file, and the reading stops. It also stops at a comment, a processing
/// instruction or a tag of more than 10,000,000 bytes, which is libxml2's own limit and cannot be
/// set.
public struct XMLLimits: Sendable, Equatable {
  /// The deepest nesting of elements, the root being at depth 1: 64 unless another is given.
  public var depth: Int
  /// The most bytes in one column of one record: 16 MiB.
  public var valueLength: Int
  /// The most bytes in all columns of one record: 32 MiB.
  ///
  /// Text that is not copied does not count. Records that are open in each other count together.
  /// Values whose key is not known yet are kept within the same number, and the tags around them
  /// within the same number once more, or 64 KiB where that is more.
  public var recordLength: Int
  /// The most attributes and namespace declarations on one element: 256.
  public var attributeCount: Int
  /// The most bytes in one attribute: 1 MiB; libxml2 itself stops at 10,000,000.
  public var attributeLength: Int
  /// The most different names of elements, attributes, prefixes and namespaces: 100,000.
  ///
  /// After them the reading stops. One name has 50,000 bytes at the most, which libxml2 decides.
  public var nameCount: Int
  /// The most different element and attribute paths that are told apart and counted: 10,000.
  ///
  /// Beyond it, the values are still read.
  public var pathCount: Int
  /// The most elements of an outline that are told apart by their keys, of all names together:
  /// 2,000.
  ///
  /// Beyond it, they are counted under the path without key.
  public var keyCount: Int

  /// Makes limits; what is left out gets its default.
  public init(
    depth: Int = 64, valueLength: Int = 16 << 20, recordLength: Int = 32 << 20,
    attributeCount: Int = 256, attributeLength: Int = 1 << 20, nameCount: Int = 100_000,
    pathCount: Int = 10_000, keyCount: Int = 2000
  ) {
    self.depth = depth
    self.valueLength = valueLength
    self.recordLength = recordLength
    self.attributeCount = attributeCount
    self.attributeLength = attributeLength
    self.nameCount = nameCount
    self.pathCount = pathCount
    self.keyCount = keyCount
  }
}
