/// A participant's own words (*citat*), with where they come from.
public struct Quotation: Sendable, Equatable, Codable {
  /// A piece of the passage.
  public struct Piece: Sendable, Equatable, Codable {
    /// The words.
    public var words: String
    /// Whether the words stand instead of something that was masked.
    public var isMasked: Bool

    /// Makes a piece.
    public init(_ words: String, isMasked: Bool = false) {
      self.words = words
      self.isMasked = isMasked
    }
  }

  /// The mark, such as `C3`; numbered in the order of the text.
  public var mark: String
  /// The passage in pieces.
  public var pieces: [Piece]
  /// The submission's public number.
  public var submission: String
  /// The channel's name in Swedish.
  public var channel: String
  /// Who sent it.
  public var sender: String
  /// The number of the theme's part of the annex, such as `7.2`.
  public var place: String

  /// Makes a quotation that has no mark yet.
  public init(
    pieces: [Piece], submission: String, channel: String, sender: String, place: String
  ) {
    mark = ""
    self.pieces = pieces
    self.submission = submission
    self.channel = channel
    self.sender = sender
    self.place = place
  }

  /// The whole passage as one text.
  public var text: String { pieces.map(\.words).joined() }
}
