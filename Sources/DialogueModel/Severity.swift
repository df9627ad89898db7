/// How much a finding matters.
public enum Severity: String, Sendable, CaseIterable, Comparable, Codable {
  /// Good to know; nothing needs to be done.
  case note
  /// Something was left out or mended; a person should look.
  case warning
  /// The result is not what it should be until this is put right.
  case error

  /// Orders severities from `note` to `error`.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
