/// A section of the annex, or a part of one.
public struct Section: Sendable, Equatable, Codable {
  /// The id that links lead to.
  public var id: String
  /// The printed number, such as `7.2`; `nil` for an unnumbered part.
  public var number: String?
  /// The title.
  public var title: String
  /// Whether the part is about a theme, which has its own line above it.
  public var isTheme: Bool
  /// The blocks before the parts.
  public var blocks: [Block]
  /// The parts.
  public var parts: [Section]

  /// Makes a section without parts.
  public init(
    id: String, number: String?, title: String, isTheme: Bool = false, blocks: [Block] = [],
    parts: [Section] = []
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.isTheme = isTheme
    self.blocks = blocks
    self.parts = parts
  }
}
