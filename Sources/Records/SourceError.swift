/// The operating system could not give the bytes of a source.
///
/// It names the call and the reason and not the file: the caller knows the path and adds it.
public struct SourceError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The call that failed, such as `open`.
  public let operation: String
  /// The system's error number.
  public let code: Int32
  /// The system's words for it.
  public let reason: String

  /// Makes an error.
  public init(operation: String, code: Int32, reason: String) {
    self.operation = operation
    self.code = code
    self.reason = reason
  }

  /// The call and the reason in one line.
  public var description: String { "\(operation): \(reason)" }
}
