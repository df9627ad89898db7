/// A paragraph of sentences.
public struct Paragraph: Sendable, Equatable, Codable {
  /// How it is set.
  public enum Style: String, Sendable, Codable, CaseIterable {
    /// Running text.
    case body
    /// A remark in small type.
    case small
    /// A note under a table or a chart.
    case note
    /// The counts under a theme's heading.
    case count
  }

  /// The sentences.
  public var sentences: [Sentence]
  /// How it is set.
  public var style: Style

  /// Makes a paragraph.
  public init(_ sentences: [Sentence], style: Style = .body) {
    self.sentences = sentences
    self.style = style
  }
}
