/// One path of an XML file, and what stands there, without any of it.
public struct XMLOutlinePath: Sendable, Equatable {
  /// The path from the root, such as `/FlowInstance/Header/FlowInstanceID`, `/data/@id` or
  /// `/channel/item/item_meta[field_id=12]/meta_value`.
  public let path: String
  /// The namespace that the element had when it was first seen.
  public let namespace: String?
  /// The number of times that it was seen.
  public let seen: Int
  /// The number of times that it had text of its own, or a value.
  public let withText: Int
  /// The number of bytes of its own text in all, without blanks at the ends.
  public let textBytes: Int
  /// The number of different values, or of those that were counted.
  public let distinctValues: Int
  /// Whether there are no more different values than those that were counted.
  ///
  /// 10,000 are counted for one path at the most, and a million for the whole file.
  public let isDistinctExact: Bool
  /// Whether it stands more than once in the same parent anywhere.
  public let repeats: Bool

  /// Makes a path.
  public init(
    path: String, namespace: String?, seen: Int, withText: Int, textBytes: Int,
    distinctValues: Int, isDistinctExact: Bool, repeats: Bool
  ) {
    self.path = path
    self.namespace = namespace
    self.seen = seen
    self.withText = withText
    self.textBytes = textBytes
    self.distinctValues = distinctValues
    self.isDistinctExact = isDistinctExact
    self.repeats = repeats
  }
}
