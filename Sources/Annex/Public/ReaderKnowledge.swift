import DialogueModel

/// What a reader of the annex knows of its counts beside the sums of its tables.
///
/// Rows that are sorted by a count tell which is larger, a sentence that is there only for a small
/// dialogue tells that it is small, and every submission with a theme has text. Each such thing is
/// a sum with a remainder that nobody sees: *the one above = the one below + the rest*. The rest is
/// an implied measure of the unit ``FigureUnit/computed``, which is never negative; a number that
/// everybody knows has the unit ``FigureUnit/work``.
extension Composition {
  /// Adds what is known, as sums and implied measures.
  mutating func defineReaderKnowledge() {
    knowOrders()
    knowThemes()
    knowChannels()
    knowFiles()
    knowSenders()
    if let accepted = count(FigureKey.flow(.accepted)), accepted > 0 {
      know(accepted, FigureKey.flow(.accepted), isBelow: SummaryText.fewSubmissions)
    }
    for coverage in content.coverage { knowUnknown(coverage) }
    for question in content.closed { knowOptions(question) }
  }

  /// Themes and channels stand in the order of their counts, and ties are spoken of.
  private mutating func knowOrders() {
    let themes = facts.spoken
    let places = Dictionary(
      content.codebook.themes.enumerated().map { ($1.key, $0) },
      uniquingKeysWith: { first, _ in first })
    let keys = themes.map { FigureKey.themeViewpoints($0.theme.key) }
    for (number, (upper, lower)) in zip(themes, themes.dropFirst()).enumerated() {
      // The codebook's order breaks ties, so the other order tells that there is none.
      let isStrict = (places[upper.theme.key] ?? 0) > (places[lower.theme.key] ?? 0)
      know(keys[number], isAtLeast: keys[number + 1], isStrict: isStrict || number == 0)
    }
    let channels = facts.usedChannels
    let order = Dictionary(
      facts.channels.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let counts = channels.map { FigureKey.channel($0.id) }
    for (number, (upper, lower)) in zip(channels, channels.dropFirst()).enumerated() {
      let isStrict = (order[upper.id] ?? 0) > (order[lower.id] ?? 0)
      know(counts[number], isAtLeast: counts[number + 1], isStrict: isStrict || number == 0)
    }
    knowTies(keys)
    knowTies(counts)
  }

  /// The summary says which of the first are alike.
  private mutating func knowTies(_ keys: [String]) {
    guard let first = keys.first, let most = count(first) else { return }
    for other in keys.dropFirst() where count(other) == most {
      relations.append(SumRelation(total: first, parts: [other]))
    }
  }

  private mutating func knowThemes() {
    know("submissions.withText", isPartOf: FigureKey.flow(.accepted), beside: FigureKey.withoutText)
    for theme in facts.spoken {
      let key = theme.theme.key
      know(FigureKey.themeViewpoints(key), isAtLeast: FigureKey.themeSubmissions(key))
      know(FigureKey.tagged, isAtLeast: FigureKey.themeViewpoints(key))
      know("submissions.withText", isAtLeast: FigureKey.themeSubmissions(key))
    }
    know(FigureKey.tags, isAtLeast: FigureKey.tagged)
    know(FigureKey.viewpoints, isAtLeast: "submissions.withText")
    know(FigureKey.flow(.accepted), isAtLeast: FigureKey.similarKept)
    let most = content.codebook.matching.maximumThemes
    if most > 0, let tagged = count(FigureKey.tagged), let tags = count(FigureKey.tags),
      tags <= tagged * most
    {
      imply("tags.most", tagged * most)
      relations.append(
        SumRelation(
          total: "tags.most", parts: Array(repeating: FigureKey.tagged, count: most)))
      know("tags.most", isAtLeast: FigureKey.tags)
    }
  }

  /// Each channel's submissions come from its activities, or from none, and from its sources.
  private mutating func knowChannels() {
    var rests: [String] = []
    let hasOthers = (count(FigureKey.activity(nil)) ?? 0) > 0
    for channel in facts.channels {
      let own = dialogue.activities.filter { $0.channel == channel.id }
        .map { FigureKey.activity($0.id) }
      guard let sum = count(FigureKey.channel(channel.id)) else { continue }
      let rest = sum - own.compactMap { count($0) }.reduce(0, +)
      guard rest >= 0 else { return }
      let key = "channel/\(channel.id).withoutActivity"
      // Without a row for those of no activity, everybody knows that there are none.
      imply(key, rest, unit: hasOthers ? .computed : .work)
      relations.append(
        SumRelation(total: FigureKey.channel(channel.id), parts: own + [key]))
      rests.append(key)
    }
    if hasOthers {
      relations.append(SumRelation(total: FigureKey.activity(nil), parts: rests))
    }
    let names = Set(content.sources.map(\.channel))
    for channel in facts.channels where names.contains(channel.id) {
      // Files of one kind share a row, which has their kind for a name.
      let kinds = zip(content.account.sources, content.sources).filter {
        $1.channel == channel.id
      }
      let own = facts.sources.filter { row in
        kinds.contains { account, source in
          account.path == row.account.path || row.name == "\(source.label) (\(source.profile))"
        }
      }
      relations.append(
        SumRelation(
          total: FigureKey.channel(channel.id),
          parts: own.map { FigureKey.source($0.account.path, .accepted) }))
    }
  }

  /// A file is of an activity: rows of files and activities that go together have the same sum.
  private mutating func knowFiles() {
    guard content.sources.count == content.account.sources.count else { return }
    var activitiesOf: [String: Set<String>] = [:]
    for row in facts.sources {
      let own = zip(content.account.sources, content.sources).filter { account, source in
        account.path == row.account.path
          || !content.account.sources.contains { $0.path == row.account.path }
            && row.name == "\(source.label) (\(source.profile))"
      }
      activitiesOf[row.account.path, default: []].formUnion(own.flatMap { $1.activities })
    }
    var rest = Set(activitiesOf.keys)
    var number = 0
    while let start = rest.min() {
      var rows: Set<String> = [start]
      var activities = activitiesOf[start] ?? []
      while let next = rest.subtracting(rows).sorted().first(where: {
        !(activitiesOf[$0] ?? []).isDisjoint(with: activities)
      }) {
        rows.insert(next)
        activities.formUnion(activitiesOf[next] ?? [])
      }
      rest.subtract(rows)
      let own = rows.sorted().map { FigureKey.source($0, .accepted) }
      let theirs = activities.sorted().map { FigureKey.activity($0) }
      let sum = own.compactMap { count($0) }.reduce(0, +)
      guard !activities.isEmpty, !activities.contains(""),
        sum == theirs.compactMap({ count($0) }).reduce(0, +)
      else { continue }
      number += 1
      imply("files/\(number)", sum)
      relations.append(SumRelation(total: "files/\(number)", parts: own))
      relations.append(SumRelation(total: "files/\(number)", parts: theirs))
    }
  }

  /// Senders and channels that go together have the same sum: pupils are those of the school visit.
  private mutating func knowSenders() {
    guard content.submissions.count == facts.accepted else { return }
    let ids = Dictionary(
      facts.channels.map { ($0.label, $0.id) }, uniquingKeysWith: { first, _ in first })
    var sendersOf: [String: Set<String>] = [:]
    for submission in content.submissions {
      guard let id = ids[submission.channel] else { return }
      sendersOf[id, default: []].insert(submission.sender)
    }
    var rest = Set(sendersOf.keys)
    var number = 0
    while let start = rest.min() {
      var channels: Set<String> = [start]
      var senders: Set<String> = sendersOf[start] ?? []
      while let next = rest.subtracting(channels).sorted().first(where: {
        !(sendersOf[$0] ?? []).isDisjoint(with: senders)
      }) {
        channels.insert(next)
        senders.formUnion(sendersOf[next] ?? [])
      }
      rest.subtract(channels)
      number += 1
      let sum = channels.compactMap { count(FigureKey.channel($0)) }.reduce(0, +)
      imply("senders/\(number)", sum)
      relations.append(
        SumRelation(
          total: "senders/\(number)", parts: channels.sorted().map { FigureKey.channel($0) }))
      relations.append(
        SumRelation(
          total: "senders/\(number)", parts: senders.sorted().map { FigureKey.sender($0) }))
    }
  }

  /// Nobody who chose an answer did not answer.
  private mutating func knowOptions(_ question: AnnexContent.ClosedAnswers) {
    let answered = FigureKey.closed(question.channel, question.name, "answered")
    for option in question.options {
      know(
        answered,
        isAtLeast: FigureKey.option(question.channel, question.name, option.label, "count"))
    }
  }

  /// The annex says where more than half left a question open.
  private mutating func knowUnknown(_ coverage: AnnexContent.ChannelCoverage) {
    let persons = FigureKey.persons(of: coverage)
    let keys = coverage.dimensions.map { FigureKey.unknown(coverage.channel, $0.id) }
    guard coverage.persons == count(persons) else { return }
    for (place, dimension) in coverage.dimensions.enumerated() {
      let doubled = keys[place] + ".doubled"
      imply(doubled, dimension.unknown * 2)
      relations.append(SumRelation(total: doubled, parts: [keys[place], keys[place]]))
      if dimension.unknown == coverage.persons {
        relations.append(SumRelation(total: persons, parts: [keys[place]]))
      } else if dimension.unknown * 2 > coverage.persons {
        know(doubled, isAtLeast: persons, isStrict: true)
      } else {
        know(persons, isAtLeast: doubled)
      }
      know(persons, isAtLeast: keys[place])
    }
  }

  // MARK: Words for it

  private func count(_ key: String) -> Int? {
    book.measure(key)?.value?.wholeNumber
      ?? implied.last { $0.key == key }?.value?.wholeNumber
  }

  private mutating func imply(_ key: String, _ value: Int, unit: FigureUnit = .computed) {
    implied.append(Measure(key: key, value: .count(value), unit: unit))
  }

  /// A count is at least another, or more when there is no tie.
  private mutating func know(_ key: String, isAtLeast other: String, isStrict: Bool = false) {
    guard let more = count(key), let less = count(other), more >= less else { return }
    let isStrict = isStrict && more > less
    let rest = "rest of \(key) over \(other)"
    imply(rest, more - less - (isStrict ? 1 : 0))
    if isStrict { imply("number/1", 1, unit: .work) }
    relations.append(
      SumRelation(total: key, parts: [other, rest] + (isStrict ? ["number/1"] : [])))
  }

  /// A count is a part of another, and the rest has a place in the annex.
  private mutating func know(_ key: String, isPartOf whole: String, beside other: String) {
    guard let sum = count(whole), let rest = count(other), sum >= rest else { return }
    imply(key, sum - rest)
    relations.append(SumRelation(total: whole, parts: [key, other]))
  }

  /// A count lies below a number, or it does not.
  private mutating func know(_ value: Int, _ key: String, isBelow limit: Int) {
    let number = value < limit ? limit - 1 : limit
    let rest = "rest of \(key) and \(number)"
    imply("number/\(number)", number, unit: .work)
    imply(rest, abs(number - value))
    relations.append(
      value < limit
        ? SumRelation(total: "number/\(number)", parts: [key, rest])
        : SumRelation(total: key, parts: ["number/\(number)", rest]))
  }
}
