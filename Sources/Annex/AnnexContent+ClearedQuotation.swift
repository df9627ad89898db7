import DialogueModel

extension AnnexContent {
  /// A passage that a person has cleared for publication (*citat*).
  public struct ClearedQuotation: Sendable, Equatable {
    /// A piece of the passage.
    public enum Piece: Sendable, Equatable {
      /// The participant's own words.
      case text(String)
      /// The words that stand instead of something that was masked.
      case masked(String)
    }

    /// The theme's key that it illustrates.
    public var theme: String
    /// The submission's public number.
    public var submission: String
    /// The passage, in pieces.
    public var pieces: [Piece]
    /// The channel's name in Swedish.
    public var channel: String
    /// Who sent it, such as *privatperson*.
    public var sender: String

    /// Makes a quotation of pieces.
    public init(
      theme: String, submission: String, pieces: [Piece], channel: String, sender: String
    ) {
      self.theme = theme
      self.submission = submission
      self.pieces = pieces
      self.channel = channel
      self.sender = sender
    }

    /// Makes a quotation of masked text, in which the words that stand for masked data are
    /// known by their form.
    public init(
      theme: String, submission: String, maskedText: String, channel: String, sender: String
    ) {
      self.init(
        theme: theme, submission: submission, pieces: Self.pieces(of: maskedText),
        channel: channel, sender: sender)
    }

    /// The whole passage as one text.
    public var text: String {
      pieces.map {
        switch $0 {
        case .text(let words), .masked(let words): words
        }
      }.joined()
    }

    private static func pieces(of text: String) -> [Piece] {
      let marks = Set(PersonalDataKind.allCases.map(\.replacement))
      var pieces: [Piece] = []
      var words = ""
      var rest = text[...]
      while let first = rest.first {
        if let mark = marks.first(where: { rest.hasPrefix($0) }) {
          if !words.isEmpty { pieces.append(.text(words)) }
          words = ""
          pieces.append(.masked(mark))
          rest = rest.dropFirst(mark.count)
        } else {
          words.append(first)
          rest = rest.dropFirst()
        }
      }
      if !words.isEmpty { pieces.append(.text(words)) }
      return pieces
    }
  }
}
