/// Something that could not be influenced, which an answer may refer to (*ram*).
public struct FrameLimit: Sendable, Equatable {
  /// The key, such as `B1`.
  public var id: String
  /// The limit in words.
  public var text: String

  /// Makes a limit.
  public init(id: String, text: String) {
    self.id = id
    self.text = text
  }
}
