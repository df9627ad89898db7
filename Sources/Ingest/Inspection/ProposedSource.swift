import DialogueModel

/// A source for dialogue.yaml that a file suggests.
///
/// It is a proposal: a person reads it, gives the channel its name, and corrects the roles.
public struct ProposedSource: Sendable, Equatable {
  /// The key of the profile.
  public var profile: String
  /// A sensible key for the channel.
  public var channel: String
  /// For a workbook: the sheet, where several have content.
  public var sheet: String?
  /// The order of day and month in its times, where the column shows another than the profile's.
  public var dateOrder: SourceProfile.DateOrder?
  /// The closed columns in which one cell holds several choices.
  public var multiple: [String] = []
  /// The number of header rows, where it differs from the profile's.
  public var headerRows: Int?
  /// For XML: the record element, where the profile names none.
  public var record: String?
  /// The column or path of the identifier, where the profile names none.
  public var id: String?
  /// The column or path of the time, where the profile names none.
  public var time: String?
  /// The columns or paths with free text.
  public var text: [String]
  /// The columns or paths with closed answers.
  public var closed: [String]
  /// The columns or paths with background answers, by dimension in the order age, sex, place.
  public var background: [Background]
  /// The columns or paths with personal data that the profile does not know.
  public var contact: [String]

  /// A column or path that answers a target-group dimension.
  public struct Background: Sendable, Equatable {
    /// The key of the dimension.
    public var dimension: String
    /// The name of the column, or the path.
    public var name: String
  }

  init(profile: String, channel: String) {
    self.profile = profile
    self.channel = channel
    text = []
    closed = []
    background = []
    contact = []
  }

  /// Adds what another file of the same source has beside.
  public mutating func merge(_ other: ProposedSource) {
    for name in other.text where !text.contains(name) { text.append(name) }
    for name in other.contact where !contact.contains(name) { contact.append(name) }
    for item in other.background where !background.contains(where: { $0 == item }) {
      if !background.contains(where: { $0.dimension == item.dimension }) {
        background.append(item)
      }
    }
    for name in other.closed where !closed.contains(name) { closed.append(name) }
    // What is free text in one file is not closed in another, and nothing has two roles.
    closed.removeAll { name in text.contains(name) || background.contains { $0.name == name } }
  }

  /// The source as an item of the list `sources` in dialogue.yaml, for a file or folder.
  public func yaml(path: String) -> String {
    var lines = ["- path: \(YAMLScalar.text(path))", "  profile: \(profile)"]
    lines.append("  channel: \(YAMLScalar.text(channel))")
    if let sheet { lines.append("  sheet: \(YAMLScalar.text(sheet))") }
    if let headerRows { lines.append("  headerRows: \(headerRows)") }
    for (key, value) in [("record", record), ("id", id), ("time", time)] {
      if let value { lines.append("  \(key): \(YAMLScalar.text(value))") }
    }
    if let dateOrder { lines.append("  dateOrder: \(dateOrder.rawValue)") }
    lines += Self.list("text", text)
    lines += Self.list("closed", closed)
    if !background.isEmpty {
      let pairs = background.map { "\($0.dimension): \(YAMLScalar.text($0.name))" }
      let line = "  background: {" + pairs.joined(separator: ", ") + "}"
      lines += fits(line) ? [line] : ["  background:"] + pairs.map { "    " + $0 }
    }
    if !multiple.isEmpty {
      lines.append("  multiple:")
      lines += multiple.map { "    \(YAMLScalar.text($0)): []" }
    }
    lines += Self.list("contact", contact)
    return lines.joined(separator: "\n") + "\n"
  }

  private func fits(_ line: String) -> Bool { line.count <= Self.width }

  // What is left of a line of 100 characters when the item is indented.
  private static let width = 96

  private static func list(_ key: String, _ items: [String]) -> [String] {
    guard !items.isEmpty else { return [] }
    let line = "  \(key): " + YAMLScalar.list(items)
    if line.count <= width { return [line] }
    return ["  \(key):"] + items.map { "    - " + YAMLScalar.text($0) }
  }
}
