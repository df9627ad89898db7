import DialogueModel

/// Makes a source for dialogue.yaml from columns that have their roles.
enum SourceProposal {
  static func make(
    _ columns: [InspectedFile.Column], tool: ToolRecognition.Result, channel: String,
    contact: [String]
  ) -> ProposedSource {
    let profile = tool.profile
    var source = ProposedSource(profile: profile.id, channel: channel)
    func name(_ column: InspectedFile.Column) -> String { spaced(column.name) }
    let known = ProfileColumns(profile, ColumnNames(columns.map(\.name)))
    for (index, column) in columns.enumerated() {
      switch column.role {
      case .id where known.id != index: source.id = name(column)
      case .time:
        let isKnown =
          profile.container == .xml
          ? profile.timeColumns.contains(column.name) : known.time == index
        if !isKnown { source.time = name(column) }
        if let order = column.dateOrder, order != .yearMonthDay, order != profile.dateOrder {
          source.dateOrder = order
        }
      case .text: source.text.append(name(column))
      case .closed:
        source.closed.append(name(column))
        if column.hasSeveralChoices { source.multiple.append(name(column)) }
      case .background:
        guard let dimension = column.dimension else { continue }
        source.background.append(
          ProposedSource.Background(dimension: dimension, name: name(column)))
      default: continue
      }
    }
    let order = ["age", "sex", "place"]
    source.background.sort { left, right in
      let places = [left, right].map { order.firstIndex(of: $0.dimension) ?? order.count }
      return places[0] == places[1]
        ? left.dimension < right.dimension : places[0] < places[1]
    }
    source.contact = contact
    return source
  }

  /// A name as dialogue.yaml has it: outer blanks and kinds of blanks make no difference.
  private static func spaced(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether columns with these roles are those of submissions: something is said in them, or
  /// somebody is described and can be told apart.
  static func looksLikeSubmissions(_ columns: [InspectedFile.Column]) -> Bool {
    let roles = Set(columns.map(\.role))
    if roles.contains(.text) { return true }
    let says = roles.contains(.closed) || roles.contains(.background)
    return says && (roles.contains(.id) || roles.contains(.time))
  }

  /// The finding for a file in which nothing looks like an answer.
  static func nothing(_ path: String) -> Finding {
    Finding(
      .mapNothingMapped, at: Place(file: path), severity: .warning,
      "no column looks like an answer", consequence: "No source is proposed.",
      remedy: "If it is a table of submissions, name its columns in dialogue.yaml yourself.")
  }

  /// The finding for a source that is proposed although nothing in it looks like an answer.
  static func lacksAnswers(_ source: ProposedSource, path: String) -> Finding? {
    guard source.text.isEmpty, source.closed.isEmpty else { return nil }
    return Finding(
      .mapNothingMapped, at: Place(file: path), severity: .warning,
      "no column looks like an answer",
      consequence: "The source that is proposed has neither text nor closed.",
      remedy: "Name the columns with answers under text or closed.")
  }

  /// The finding for times whose order of day and month the column does not show.
  static func unreadableTime(
    _ columns: [InspectedFile.Column], tool: ToolRecognition.Result, path: String, line: Int?
  ) -> Finding? {
    guard let column = columns.first(where: { $0.role == .time }),
      column.type == .date || column.type == .datetime, column.dateOrder == nil,
      tool.profile.dateOrder == .yearMonthDay
    else { return nil }
    return Finding(
      .mapTimeUnreadable,
      at: Place(file: path, line: line, column: HeaderMap.short(column.name)),
      "the times of column \"\(HeaderMap.short(column.name))\" have the year last, and the column "
        + "does not show whether the day or the month is first",
      consequence: "The profile \(tool.profile.id) does not read them so.",
      remedy: "Find out how the tool writes times, and add dateOrder: dmy or dateOrder: mdy to the "
        + "source.")
  }
}
