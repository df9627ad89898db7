/// A reason why the work cannot go on.
///
/// Its code is of the same scheme as those of findings, and its words hold no participant's
/// text.
public struct InspelError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The stable code.
  public var code: FindingCode
  /// What is wrong, as one clause without a full stop.
  public var message: String
  /// What to do, as whole sentences.
  public var remedy: String
  /// Where it is, when it is in a file.
  public var place: Place?
  /// What the system or a library said, when it said something.
  public var cause: String?

  /// Makes an error.
  public init(
    _ code: FindingCode, _ message: String, remedy: String, place: Place? = nil,
    cause: String? = nil
  ) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.place = place
    self.cause = cause
  }

  /// The error as one line: place, message, cause, remedy and code.
  public var description: String {
    var words = ""
    if let place {
      words += place.description + ": "
    }
    words += message + "."
    if let cause { words += " \(cause)." }
    return words + " " + remedy + " (\(code.rawValue))"
  }
}
