import DialogueModel

/// The name, the kind and the Swedish words of a fact.
struct FactDefinition: Sendable {
  /// How a known fact is put into words.
  enum Wording: Sendable {
    /// The name and the value: *sista svarsdag 17 maj 2026*.
    case named
    /// The value alone: *KS 2026/118*.
    case bare
    /// A clause without the value, for long texts: *syftet är angivet*.
    case stated(String)
    /// A number with its unit: *5 metoder*.
    case counted(one: String, many: String)
    /// Kronor: *40 000 kronor*.
    case kronor(before: String)
    /// A clause for yes and one for no.
    case answered(yes: String, no: String)
  }

  let path: String
  let kind: FactKind
  /// What is missing when it is not known, such as *sista svarsdag*.
  let name: String
  let wording: Wording

  init(_ path: String, _ kind: FactKind, _ name: String, _ wording: Wording) {
    self.path = path
    self.kind = kind
    self.name = name
    self.wording = wording
  }

  /// The clause that says that nothing is known.
  var missingClause: String { "uppgift om \(name) saknas" }

  /// The clause for a known value.
  func clause(_ value: FactValue) -> String {
    switch wording {
    case .named: return "\(name) \(Self.plain(value))"
    case .bare: return Self.plain(value)
    case .stated(let clause): return clause
    case .counted(let one, let many):
      guard let amount = value.amount else { return Self.plain(value) }
      return "\(SwedishWords.number(amount)) \(amount == 1 ? one : many)"
    case .kronor(let before):
      guard let amount = value.amount else { return Self.plain(value) }
      let sum = "\(SwedishWords.number(amount))\u{A0}kronor"
      return before.isEmpty ? sum : "\(before) \(sum)"
    case .answered(let yes, let no): return value == .flag(true) ? yes : no
    }
  }

  /// The value alone.
  static func plain(_ value: FactValue) -> String {
    switch value {
    case .text(let text): text
    case .date(let date): SwedishWords.date(date)
    case .number(let number): SwedishWords.number(number)
    case .flag(let flag): flag ? "ja" : "nej"
    case .list(let list): list.joined(separator: ", ")
    }
  }
}
