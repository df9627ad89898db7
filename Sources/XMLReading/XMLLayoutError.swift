/// A path or a record layout that cannot be used, found before any file is read.
public struct XMLLayoutError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path as it was written, or an empty text when the layout as a whole is wrong.
  public let path: String
  /// What is wrong with it, as one clause without a full stop.
  public let reason: String

  /// Makes an error.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The path and the reason in one line.
  public var description: String {
    path.isEmpty ? reason : "\"\(path)\": \(reason)"
  }
}
