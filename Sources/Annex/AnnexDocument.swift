import DialogueModel

/// The annex as a document, without any thought of how it is drawn.
public struct AnnexDocument: Sendable, Equatable, Codable {
  /// What stands before the first section.
  public struct Head: Sendable, Equatable, Codable {
    /// A fact with its name.
    public struct Fact: Sendable, Equatable, Codable {
      /// The name.
      public var name: String
      /// The fact.
      public var value: String

      /// Makes a fact.
      public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
      }
    }

    /// The municipality.
    public var municipality: String
    /// The registry number and the version.
    public var reference: String
    /// The kind of document.
    public var kind: String
    /// The title.
    public var title: String
    /// The sentence under the title.
    public var lead: String
    /// Four facts.
    public var facts: [Fact]
    /// The running head of printed pages.
    public var runningHead: String

    /// Makes the head.
    public init(
      municipality: String, reference: String, kind: String, title: String, lead: String,
      facts: [Fact], runningHead: String
    ) {
      self.municipality = municipality
      self.reference = reference
      self.kind = kind
      self.title = title
      self.lead = lead
      self.facts = facts
      self.runningHead = runningHead
    }
  }

  /// Who the annex is for.
  public var edition: AnnexContent.Edition
  /// Whether the data is invented.
  public var isSynthetic: Bool
  /// The dialogue's key.
  public var dialogue: String
  /// The case's registry number.
  public var registryNumber: String
  /// The program's version.
  public var version: String
  /// What stands before the first section.
  public var head: Head
  /// The sections, in order.
  public var sections: [Section]
  /// The words at the end.
  public var foot: String
  /// The figures, numbered in order of first use.
  public var figures: [Figure]
  /// The smallest count that is shown in public.
  public var smallestCount: Int
  /// The smallest count that is shown in public for sensitive dimensions.
  public var smallestSensitiveCount: Int
  /// The limits of the classes, to know what a class tells of hidden counts; left out in public.
  public var rule: RepresentationRule?
  /// Sums that a reader can compute and that no table's own sums say.
  public var relations: [SumRelation]
  /// Counts that stand nowhere but that a reader can compute; needed to know what to hide.
  public var implied: [Measure]

  /// Makes a document without sections.
  public init(
    edition: AnnexContent.Edition, isSynthetic: Bool, dialogue: String, registryNumber: String,
    version: String, head: Head
  ) {
    self.edition = edition
    self.isSynthetic = isSynthetic
    self.dialogue = dialogue
    self.registryNumber = registryNumber
    self.version = version
    self.head = head
    sections = []
    foot = ""
    figures = []
    smallestCount = 5
    smallestSensitiveCount = 10
    relations = []
    implied = []
  }

  /// The figure with a key.
  public func figure(_ key: String) -> Figure? { figures.first { $0.measure.key == key } }
}
