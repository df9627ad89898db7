import DialogueModel

/// Suggests a role for each column of a table, or field of an XML record, and says why.
///
/// What the profile knows comes first, then what the names say, then the form of the values. What
/// is left has no role: a person decides.
struct RoleSuggestion {
  let tool: ToolRecognition.Result
  let records: Int

  /// What is known of one column.
  struct Facts {
    /// The name as dialogue.yaml would have it.
    var name: String
    /// The part of the name that says what it is.
    var label: String
    /// What the form calls it, where that is not its name in the file.
    var formName: String?
    /// The place in the table, counted from 1.
    var position: Int?
    /// Why it is personal data, or `nil`.
    var personal: String?
    /// Whether dialogue.yaml can name it: it has a name, and is the first with it.
    var canBeNamed = true
    /// What was counted.
    var statistics = ColumnStatistics()
  }

  private var profile: SourceProfile { tool.profile }
  private var isKnownTool: Bool { tool.confidence != .none }

  /// The columns with their roles, in order.
  func columns(_ facts: [Facts]) -> [InspectedFile.Column] {
    var columns = facts.map { column($0) }
    let names = ColumnNames(facts.map(\.name))
    let known = ProfileColumns(profile, names)
    suggestIdentifier(facts, names, &columns)
    suggestTime(facts, names, known, &columns)
    for (index, fact) in facts.enumerated() where isOpen(columns[index]) && fact.canBeNamed {
      suggestByProfile(fact, isTechnical: known.technical.contains(index), &columns[index])
    }
    suggestChoices(facts, &columns)
    suggestBackground(facts, &columns)
    for (index, fact) in facts.enumerated() where isOpen(columns[index]) && fact.canBeNamed {
      suggestByForm(fact, &columns[index])
    }
    for (index, fact) in facts.enumerated() {
      guard let name = fact.formName else { continue }
      columns[index].why += "; the form calls it \"\(HeaderMap.short(name))\""
    }
    return columns
  }

  private func isOpen(_ column: InspectedFile.Column) -> Bool { column.role == .unmapped }

  private func column(_ fact: Facts) -> InspectedFile.Column {
    let statistics = fact.statistics
    var column = InspectedFile.Column(
      name: fact.name, position: fact.position, role: .unmapped, why: Self.undecided(fact),
      filled: statistics.filled)
    if let personal = fact.personal {
      column.role = .dropped
      column.why = personal
      column.form = "personal data, not read"
      return column
    }
    if statistics.keepsExamples { column.examples = statistics.examples }
    column.type = statistics.type
    column.distinct = statistics.distinct.count
    column.isDistinctExact = statistics.distinct.isExact
    column.form = ValueForm.words(statistics)
    column.dateOrder = statistics.dateOrder
    return column
  }

  private static func undecided(_ fact: Facts) -> String {
    if fact.name.isEmpty { return "it has no name, so dialogue.yaml cannot name it" }
    if !fact.canBeNamed { return "the name stands before, and only the first can be named" }
    if fact.statistics.filled == 0 { return "empty in every record" }
    return "neither the name nor the values tell what it is"
  }

  // MARK: Identifier and time

  private func suggestIdentifier(
    _ facts: [Facts], _ names: ColumnNames, _ columns: inout [InspectedFile.Column]
  ) {
    if let index = first(of: profile.idColumns, in: facts, names) {
      columns[index].role = .id
      columns[index].why = "the identifier of \(profile.label)"
      return
    }
    let named = facts.indices.filter {
      let fact = facts[$0]
      return fact.canBeNamed && fact.statistics.filled > 0 && fact.personal == nil
        && ColumnWords.isIdentifier(fact.label)
    }
    var chosen: Int?
    for index in named {
      let statistics = facts[index].statistics
      let isUnique =
        statistics.filled == records && records > 0
        && (!statistics.distinct.isExact || statistics.distinct.count == records)
      if isUnique, chosen == nil {
        chosen = index
        columns[index].role = .id
        columns[index].why =
          statistics.distinct.isExact
          ? "the name says an identifier, and every record has its own"
          : "the name says an identifier, and the values that were counted all differ"
      } else {
        columns[index].why =
          isUnique
          ? "an identifier too; another column is used"
          : "the name says an identifier, but not every record has its own"
      }
    }
  }

  private func suggestTime(
    _ facts: [Facts], _ names: ColumnNames, _ known: ProfileColumns,
    _ columns: inout [InspectedFile.Column]
  ) {
    if let index = first(of: profile.timeColumns, in: facts, names) {
      columns[index].role = .time
      let finishes = known.completion.contains(index)
      columns[index].why =
        "the time of \(profile.label)" + (finishes ? "; empty means not finished" : "")
      return
    }
    let times = facts.indices.filter { index in
      let fact = facts[index]
      guard columns[index].role == .unmapped, fact.canBeNamed, fact.personal == nil else {
        return false
      }
      switch fact.statistics.type {
      case .date, .datetime: return true
      case .integer:
        return fact.statistics.couldBeEpoch && ColumnWords.timeRank(fact.label) != nil
      default: return false
      }
    }
    let ranked = times.compactMap { index in
      ColumnWords.timeRank(facts[index].label).map { (index: index, rank: $0) }
    }
    let best = ranked.min { ($0.rank, $0.index) < ($1.rank, $1.index) }
    for index in times {
      columns[index].why = "times too; another column is used"
    }
    if let best {
      columns[best.index].role = .time
      columns[best.index].why = "the name says a time, and every value is one"
      let statistics = facts[best.index].statistics
      if statistics.type == .integer {
        columns[best.index].form =
          statistics.mostDigits == 13 ? "milliseconds from 1970" : "seconds from 1970"
      }
    } else if times.count == 1 {
      columns[times[0]].role = .time
      columns[times[0]].why = "the only column with times"
    }
  }

  private func first(
    of candidates: [String], in facts: [Facts], _ names: ColumnNames
  ) -> Int? {
    candidates.lazy.compactMap(names.place(ofTools:)).first {
      facts[$0].personal == nil && facts[$0].canBeNamed
    }
  }

  // MARK: The other roles

  private func suggestByProfile(
    _ fact: Facts, isTechnical: Bool, _ column: inout InspectedFile.Column
  ) {
    let folded = HeaderMap.fold(fact.name)
    if ColumnWords.isLanguage(fact.label), fact.statistics.longest <= 20 {
      column.role = .language
      column.why = "the name says a language"
    } else if profile.anonymity.keys.contains(where: { HeaderMap.fold($0) == folded }) {
      column.role = .anonymity
      column.why = "certain answers ask for anonymity, by the profile"
    } else if isTechnical {
      column.role = .technical
      column.why = "\(profile.label) writes it for itself"
    }
  }

  /// Columns in which the tool joins several choices in one cell: it ends each with a semicolon, or
  /// writes one more column for each choice.
  private func suggestChoices(_ facts: [Facts], _ columns: inout [InspectedFile.Column]) {
    guard profile.choiceSeparator != nil else { return }
    let names = ColumnNames(facts.map(\.name))
    let parents = profile.optionSeparator.map { names.parents($0) } ?? []
    for (index, fact) in facts.enumerated() where isOpen(columns[index]) && fact.canBeNamed {
      let statistics = fact.statistics
      let isJoined =
        profile.choiceSeparator == ";" && statistics.filled > 0
        && statistics.endingSemicolons == statistics.filled
      guard isJoined || parents.contains(index) else { continue }
      columns[index].role = .closed
      columns[index].hasSeveralChoices = true
      columns[index].why =
        isJoined
        ? "several choices in one cell, with semicolons"
        : "several choices in one cell; the columns of the single choices repeat them"
    }
  }

  private func suggestBackground(_ facts: [Facts], _ columns: inout [InspectedFile.Column]) {
    var taken: Set<String> = []
    // What the name says goes before what the answers look like.
    for usesAnswers in [false, true] {
      for (index, fact) in facts.enumerated() where isOpen(columns[index]) && fact.canBeNamed {
        let statistics = fact.statistics
        let types: Set<InspectedFile.ValueType> = [.choice, .integer, .code, .text]
        guard types.contains(statistics.type), statistics.longest <= 60 else { continue }
        let found: String?
        if usesAnswers {
          let count = statistics.distinct.count
          found =
            statistics.distinct.isExact ? statistics.answers.dimension(of: count) : nil
        } else {
          found = ColumnWords.dimension(fact.label)
        }
        guard let dimension = found, taken.insert(dimension).inserted else { continue }
        columns[index].role = .background
        columns[index].dimension = dimension
        columns[index].why =
          usesAnswers
          ? "its answers are those of the target groups for \(dimension)"
          : "the name asks for \(dimension)"
      }
    }
  }

  private func suggestByForm(_ fact: Facts, _ column: inout InspectedFile.Column) {
    let statistics = fact.statistics
    let distinct = statistics.distinct.count
    let words: Set<InspectedFile.ValueType> = [.code, .text]
    // What was said of an identifier stands.
    if statistics.type != .text, ColumnWords.isIdentifier(fact.label) { return }
    if words.contains(statistics.type), ColumnWords.isTitle(fact.label) {
      column.role = .text
      column.why = "the name says a title; drop it if it only repeats the text"
    } else if words.contains(statistics.type), ColumnWords.asksForText(fact.label),
      statistics.type == .text || isKnownTool
    {
      column.role = .text
      column.why = "the name asks for words"
    } else if statistics.type == .text, statistics.longest <= 40,
      ColumnWords.timeRank(fact.label) != nil
    {
      column.why = "the name says a time, and it is written in a form that is not read"
    } else if statistics.type == .text {
      if statistics.longest > 40 || statistics.meanLength >= 15 {
        column.role = .text
        column.why = "text of up to \(ValueForm.number(statistics.longest)) characters"
      } else {
        column.why = "short answers: say text, closed or drop"
      }
    } else if statistics.type == .choice {
      if distinct == 1, statistics.filled == records {
        column.why = "the same value in every record"
      } else {
        column.role = .closed
        column.why = distinct == 1 ? "a check box" : "\(distinct) answers that return"
      }
    } else if statistics.type == .integer, isScale(fact) {
      column.role = .closed
      column.why = "\(distinct) steps of a scale"
    } else if statistics.type == .integer || statistics.type == .number {
      column.why = "numbers: say closed if they are answers"
    } else if statistics.type == .code {
      column.why = "words or marks without blanks: say closed or drop"
    }
  }

  // Few small whole numbers below a question: an answer from 1 to 5, for example.
  private func isScale(_ fact: Facts) -> Bool {
    let statistics = fact.statistics
    let isQuestion = fact.label.contains("?") || fact.label.contains("[") || isKnownTool
    return isQuestion && statistics.distinct.count <= 11
      && statistics.filled >= 2 * statistics.distinct.count
      && statistics.smallest >= 0 && statistics.largest <= 10
  }
}
