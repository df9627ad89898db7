import DialogueModel

/// A sign that stands beside a word and never instead of it.
public enum Icon: String, Sendable, Codable, CaseIterable {
  /// A filled circle.
  case full
  /// A half-filled circle.
  case half
  /// An empty circle.
  case empty
  /// An arrow to the right.
  case arrow
  /// A dashed circle.
  case dashed
  /// A question mark.
  case question
  /// A triangle that points down.
  case down
  /// A triangle that points up.
  case up
  /// A line.
  case line

  /// The sign as a character, for plain text.
  public var character: Character {
    switch self {
    case .full: "●"
    case .half: "◐"
    case .empty: "○"
    case .arrow: "→"
    case .dashed: "◌"
    case .question: "?"
    case .down: "▼"
    case .up: "▲"
    case .line: "–"
    }
  }
}

extension ProposedOutcome {
  /// The sign beside the outcome's words.
  public var icon: Icon {
    switch self {
    case .granted: .full
    case .partly: .half
    case .notGranted: .empty
    case .passedOn: .arrow
    case .outsideFrame: .dashed
    }
  }
}

extension DutyStatus {
  /// The sign beside the status's words.
  public var icon: Icon {
    switch self {
    case .met: .full
    case .partly: .half
    case .notMet: .empty
    case .unknown: .question
    }
  }
}
