import DialogueModel

/// A block of a section.
public enum Block: Sendable, Equatable {
  /// A paragraph.
  case paragraph(Paragraph)
  /// A list with bullets.
  case list([Paragraph])
  /// A heading below those of subsections.
  case heading(String)
  /// A few numbers in large type.
  case keyFigures([KeyFigure])
  /// A table.
  case table(Table)
  /// A chart.
  case chart(Chart)
  /// A participant's own words.
  case quotation(Quotation)
  /// The officials' comment.
  case comment([Paragraph])
  /// What the officials propose.
  case proposals([ProposalRow])
  /// Something that must not be missed.
  case warning(Paragraph)
  /// The list of all figures with their origin.
  case figureRegister
  /// The list of all quotations with their origin.
  case quotationRegister

  /// A number in large type, with what it is.
  public struct KeyFigure: Sendable, Equatable, Codable {
    /// The key of the figure; `nil` when the number is missing.
    public var key: String?
    /// What it is.
    public var caption: Sentence

    /// Makes a key figure.
    public init(key: String?, caption: Sentence) {
      self.key = key
      self.caption = caption
    }
  }

  /// One proposal.
  public struct ProposalRow: Sendable, Equatable, Codable {
    /// The stable number, such as `7.2.1`.
    public var number: String
    /// The outcome.
    public var outcome: ProposedOutcome
    /// What it is about, where it is not the whole theme.
    public var about: String?
    /// The reason, and to whom it is passed on.
    public var sentences: [Sentence]

    /// Makes a proposal.
    public init(
      number: String, outcome: ProposedOutcome, about: String?, sentences: [Sentence]
    ) {
      self.number = number
      self.outcome = outcome
      self.about = about
      self.sentences = sentences
    }
  }

  /// A paragraph of running text.
  public static func text(_ sentences: Sentence...) -> Block {
    .paragraph(Paragraph(sentences))
  }

  /// A paragraph of what is said of who took part.
  static func said(_ statements: RepresentationStatement...) -> Block {
    .paragraph(Paragraph(statements.flatMap(\.sentences)))
  }
}

extension Block: Codable {
  private enum Key: String, CodingKey { case kind, content }

  /// Writes the block as an object with its kind.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    func write(_ kind: String, _ content: some Encodable) throws {
      try container.encode(kind, forKey: .kind)
      try container.encode(content, forKey: .content)
    }
    switch self {
    case .paragraph(let content): try write("paragraph", content)
    case .list(let content): try write("list", content)
    case .heading(let content): try write("heading", content)
    case .keyFigures(let content): try write("keyFigures", content)
    case .table(let content): try write("table", content)
    case .chart(let content): try write("chart", content)
    case .quotation(let content): try write("quotation", content)
    case .comment(let content): try write("comment", content)
    case .proposals(let content): try write("proposals", content)
    case .warning(let content): try write("warning", content)
    case .figureRegister: try container.encode("figureRegister", forKey: .kind)
    case .quotationRegister: try container.encode("quotationRegister", forKey: .kind)
    }
  }

  /// Reads the block by its kind.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func read<Content: Decodable>(_ type: Content.Type) throws -> Content {
      try container.decode(type, forKey: .content)
    }
    switch try container.decode(String.self, forKey: .kind) {
    case "paragraph": self = .paragraph(try read(Paragraph.self))
    case "list": self = .list(try read([Paragraph].self))
    case "heading": self = .heading(try read(String.self))
    case "keyFigures": self = .keyFigures(try read([KeyFigure].self))
    case "table": self = .table(try read(Table.self))
    case "chart": self = .chart(try read(Chart.self))
    case "quotation": self = .quotation(try read(Quotation.self))
    case "comment": self = .comment(try read([Paragraph].self))
    case "proposals": self = .proposals(try read([ProposalRow].self))
    case "warning": self = .warning(try read(Paragraph.self))
    case "figureRegister": self = .figureRegister
    default: self = .quotationRegister
    }
  }
}
