import DialogueModel

/// What stands in a table's cell.
public enum Cell: Sendable, Equatable {
  /// Nothing: the column does not apply to the row.
  case notApplicable
  /// Lines of words.
  case text([[Inline]])
  /// A number.
  case number(Measure)
  /// What the officials propose.
  case badge(ProposedOutcome)
  /// Whether a duty is met.
  case status(DutyStatus)
  /// A state with its sign, and a line of explanation.
  case state(Icon, String, detail: String?)
  /// How a group compares with the population.
  case comparison(Comparison)
  /// Words that are left out when counts with these keys are hidden.
  case attribute([Attribute])

  /// Words that tell that a submission is one of those that a count counts.
  public struct Attribute: Sendable, Equatable, Codable {
    /// The words.
    public var words: String
    /// Where the words lead.
    public var target: String?
    /// The key of the count.
    public var key: String?

    /// Makes an attribute.
    public init(_ words: String, target: String? = nil, key: String?) {
      self.words = words
      self.target = target
      self.key = key
    }
  }

  /// A cell with one line of words.
  public static func words(_ words: String) -> Cell { .text([[.text(words)]]) }
}

extension Cell: Codable {
  private enum Key: String, CodingKey {
    case kind, lines, measure, outcome, status, icon, words, detail, comparison, attributes
  }

  /// Writes the cell as an object with its kind.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .notApplicable: try container.encode("notApplicable", forKey: .kind)
    case .text(let lines):
      try container.encode("text", forKey: .kind)
      try container.encode(lines, forKey: .lines)
    case .number(let measure):
      try container.encode(measure.value == nil ? "suppressed" : "number", forKey: .kind)
      try container.encode(measure, forKey: .measure)
    case .badge(let outcome):
      try container.encode("badge", forKey: .kind)
      try container.encode(outcome, forKey: .outcome)
    case .status(let status):
      try container.encode("status", forKey: .kind)
      try container.encode(status, forKey: .status)
    case .state(let icon, let words, let detail):
      try container.encode("state", forKey: .kind)
      try container.encode(icon, forKey: .icon)
      try container.encode(words, forKey: .words)
      try container.encodeIfPresent(detail, forKey: .detail)
    case .comparison(let comparison):
      try container.encode("comparison", forKey: .kind)
      try container.encode(comparison, forKey: .comparison)
    case .attribute(let attributes):
      try container.encode("attribute", forKey: .kind)
      try container.encode(attributes, forKey: .attributes)
    }
  }

  /// Reads the cell by its kind.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.decode(String.self, forKey: .kind) {
    case "text": self = .text(try container.decode([[Inline]].self, forKey: .lines))
    case "number", "suppressed":
      self = .number(try container.decode(Measure.self, forKey: .measure))
    case "badge": self = .badge(try container.decode(ProposedOutcome.self, forKey: .outcome))
    case "status": self = .status(try container.decode(DutyStatus.self, forKey: .status))
    case "state":
      self = .state(
        try container.decode(Icon.self, forKey: .icon),
        try container.decode(String.self, forKey: .words),
        detail: try container.decodeIfPresent(String.self, forKey: .detail))
    case "comparison":
      self = .comparison(try container.decode(Comparison.self, forKey: .comparison))
    case "attribute":
      self = .attribute(try container.decode([Attribute].self, forKey: .attributes))
    default: self = .notApplicable
    }
  }
}
