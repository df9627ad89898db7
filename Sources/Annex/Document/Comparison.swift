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
  /// The keys of the counts that it rests on: the group's, the unknown and all persons.
  public var basis: [String]
  /// The counts that the class is made of, to know what it tells of hidden ones; left out in
  /// public.
  public var count: GroupCount?
  /// The key of the count of which this one is the mirror.
  public var mirrorOf: String?

  /// Makes a comparison.
  public init(
    classification: RepresentationClass?, reason: RepresentationReason?, lines: [[Inline]],
    key: String, basis: [String], count: GroupCount?, mirrorOf: String? = nil
  ) {
    self.classification = classification
    self.reason = reason
    self.lines = lines
    self.key = key
    self.basis = basis
    self.count = count
    self.mirrorOf = mirrorOf
  }

  /// The class in words.
  public var label: String {
    RepresentationNote.label(classification, reason).words
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
