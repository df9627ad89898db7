/// The stable code of a finding or of an error: `area.kebab-reason`, never renamed.
///
/// The codes are values of an open struct and not an enum, so that adding one breaks no caller.
public struct FindingCode: RawRepresentable, Sendable, Hashable {
  /// The code as it is printed.
  public let rawValue: String

  /// Makes a code from its printed form.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The severity that findings with this code have when nothing else is said.
  public var severity: Severity { Self.catalogue[self]?.severity ?? .error }

  /// One sentence on what the code means, for the documentation.
  public var meaning: String { Self.catalogue[self]?.meaning ?? "" }

  /// Every code, in the order of its name.
  public static var all: [FindingCode] {
    catalogue.keys.sorted { $0.rawValue < $1.rawValue }
  }
}
