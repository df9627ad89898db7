import DialogueModel

/// How a group compares with the population, in words.
public struct Comparison: Sendable, Equatable, Codable {
  /// The class; `nil` when it is hidden together with the group's count.
  public var classification: RepresentationClass?
  /// Why nothing can be said.
  public var reason: RepresentationReason?
  /// What it would have taken, and what the unknown could change.
  public var lines: [[Inline]]
  /// The key of the group's count.
  public var key: String
  /// The keys of the counts that the lines rest on.
  public var basis: [String]
  /// Whether the class says nothing of a small count, so that it may be shown without it.
  public var tellsNothing: Bool

  /// Makes a comparison.
  public init(
    classification: RepresentationClass?, reason: RepresentationReason?, lines: [[Inline]],
    key: String, basis: [String], tellsNothing: Bool
  ) {
    self.classification = classification
    self.reason = reason
    self.lines = lines
    self.key = key
    self.basis = basis
    self.tellsNothing = tellsNothing
  }

  /// The class in words.
  public var label: String {
    switch (classification, reason) {
    case (nil, _): "Visas inte"
    case (.under?, _): "Underrepresenterad"
    case (.over?, _): "Överrepresenterad"
    case (.inBalance?, _): "I balans"
    case (.cannotSay?, .noReference?): "Referens saknas"
    case (.cannotSay?, _): "Går inte att avgöra"
    }
  }

  /// The sign beside the words.
  public var icon: Icon {
    switch (classification, reason) {
    case (nil, _): .line
    case (.under?, _): .down
    case (.over?, _): .up
    case (.inBalance?, _): .full
    case (.cannotSay?, .noReference?): .line
    case (.cannotSay?, _): .empty
    }
  }
}
