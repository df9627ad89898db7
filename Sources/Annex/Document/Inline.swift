/// A piece of running text.
public enum Inline: Sendable, Equatable {
  /// Plain words.
  case text(String)
  /// Words in bold.
  case strong(String)
  /// A file name, a command or a hash.
  case code(String)
  /// A number of the figure register, printed with its mark.
  case figure(key: String, noun: Noun?)
  /// A number printed without a mark, in a cell or a chart.
  case number(Measure, noun: Noun?)
  /// Words that lead to another place in the document or to an address.
  case link(String, target: String)
  /// A class with its icon, as a key to a chart.
  case icon(Icon, String)

  /// A number of the figure register, with the noun that follows it.
  public static func mark(_ key: String, _ noun: Noun? = nil) -> Inline {
    .figure(key: key, noun: noun)
  }
}

extension Inline: Codable {
  private enum Key: String, CodingKey { case kind, words, key, noun, target, measure, icon }

  /// Writes the piece as an object with its kind.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .text(let words):
      try container.encode("text", forKey: .kind)
      try container.encode(words, forKey: .words)
    case .strong(let words):
      try container.encode("strong", forKey: .kind)
      try container.encode(words, forKey: .words)
    case .code(let words):
      try container.encode("code", forKey: .kind)
      try container.encode(words, forKey: .words)
    case .figure(let key, let noun):
      try container.encode("figure", forKey: .kind)
      try container.encode(key, forKey: .key)
      try container.encodeIfPresent(noun, forKey: .noun)
    case .number(let measure, let noun):
      try container.encode("number", forKey: .kind)
      try container.encode(measure, forKey: .measure)
      try container.encodeIfPresent(noun, forKey: .noun)
    case .link(let words, let target):
      try container.encode("link", forKey: .kind)
      try container.encode(words, forKey: .words)
      try container.encode(target, forKey: .target)
    case .icon(let icon, let words):
      try container.encode("icon", forKey: .kind)
      try container.encode(icon, forKey: .icon)
      try container.encode(words, forKey: .words)
    }
  }

  /// Reads the piece by its kind.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.decode(String.self, forKey: .kind) {
    case "strong": self = .strong(try container.decode(String.self, forKey: .words))
    case "code": self = .code(try container.decode(String.self, forKey: .words))
    case "figure":
      self = .figure(
        key: try container.decode(String.self, forKey: .key),
        noun: try container.decodeIfPresent(Noun.self, forKey: .noun))
    case "number":
      self = .number(
        try container.decode(Measure.self, forKey: .measure),
        noun: try container.decodeIfPresent(Noun.self, forKey: .noun))
    case "link":
      self = .link(
        try container.decode(String.self, forKey: .words),
        target: try container.decode(String.self, forKey: .target))
    case "icon":
      self = .icon(
        try container.decode(Icon.self, forKey: .icon),
        try container.decode(String.self, forKey: .words))
    default: self = .text(try container.decode(String.self, forKey: .words))
    }
  }
}
