/// Elements of one name that are told apart by the text of a child or the value of an attribute.
///
/// ```swift
/// let keys = [
///   try XMLKey(element: "item_meta", key: "field_id"), try XMLKey(element: "field", key: "@name"),
/// ]
/// let outline = try XMLOutline.read(source, keys: keys)
/// ```
public struct XMLKey: Sendable, Hashable {
  /// The local name of the elements, wherever they stand.
  public let element: String
  /// The local name of the child, or of the attribute with `@` before it.
  public let key: String

  let name: String
  let isAttribute: Bool

  /// Makes a key, or says what is wrong with it.
  public init(element: String, key: String) throws(XMLLayoutError) {
    isAttribute = key.hasPrefix("@")
    name = isAttribute ? String(key.dropFirst()) : key
    guard PathReader.isName(element), PathReader.isName(name) else {
      throw XMLLayoutError(
        path: "\(element)[\(key)]", reason: "a key has the names of an element and of a child")
    }
    self.element = element
    self.key = key
  }
}
