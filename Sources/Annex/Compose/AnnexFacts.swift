import DialogueModel

/// The content of an annex with what every section needs to look up in it.
struct AnnexFacts {
  /// The number of files of one kind above which they share a row.
  static let largestFileList = 5
  /// The number of rows above which sources share a row for each channel.
  static let longestSourceTable = 40
  /// The number of weeks above which empty weeks are left out.
  static let longestWeekSpan = 60

  /// A theme that somebody spoke of, or that has an answer.
  struct NumberedTheme {
    let number: String
    let theme: Theme
    let tally: AnnexContent.ThemeTally
    let response: Response?
  }

  /// A proposal with its stable number.
  struct NumberedProposal {
    let number: String
    let anchor: String
    let theme: Theme
    let proposal: Response.Proposal
  }

  /// A source, or several of one kind, as a row of table 3.
  struct SourceRow {
    let name: String
    let path: String
    let account: SourceAccount
  }

  let content: AnnexContent
  let channels: [Channel]
  let themes: [NumberedTheme]
  let proposals: [NumberedProposal]
  let sources: [SourceRow]
  /// The weeks from the first to the last, also those in which nothing came in.
  let weeks: [AnnexContent.Week]
  let day: CalendarDate?

  init(_ content: AnnexContent) {
    self.content = content
    day = CalendarDate(content.run.at.prefix(10))
    channels = Self.channels(content)
    themes = Self.themes(content)
    proposals = themes.flatMap { numbered in
      (numbered.response?.proposals ?? []).enumerated().map { index, proposal in
        let number = "\(numbered.number).\(index + 1)"
        return NumberedProposal(
          number: number, anchor: "g\(number)", theme: numbered.theme, proposal: proposal)
      }
    }
    sources = Self.sourceRows(content)
    weeks = Self.weeks(content)
  }

  var dialogue: Dialogue { content.dialogue }
  var accepted: Int { content.account[.accepted] }
  var excluded: Int { content.account.read - accepted }
  var spoken: [NumberedTheme] { themes.filter { $0.tally.viewpoints > 0 } }

  /// Responses for themes that the codebook does not have.
  var strayResponses: [Response] {
    content.responses.filter { response in
      !content.codebook.themes.contains { $0.key == response.theme }
    }
  }

  /// Whether anybody chose for themselves to answer: all do, unless every channel in use invited
  /// by quotas or drew lots.
  var isSelfSelected: Bool {
    usedChannels.isEmpty || usedChannels.contains { $0.selection == .selfSelected }
  }

  func channelLabel(_ id: String) -> String {
    channels.first { $0.id == id }?.label ?? id
  }

  func submissions(channel: String) -> Int { content.submissionsByChannel[channel] ?? 0 }

  /// The channels with at least one submission, most submissions first.
  var usedChannels: [Channel] {
    channels.enumerated().filter { submissions(channel: $0.element.id) > 0 }
      .sorted {
        let left = submissions(channel: $0.element.id)
        let right = submissions(channel: $1.element.id)
        return left == right ? $0.offset < $1.offset : left > right
      }.map(\.element)
  }

  /// The quotations of a theme.
  func quotations(_ theme: String) -> [AnnexContent.ClearedQuotation] {
    content.quotations.filter { $0.theme == theme }
  }

  /// Whether appendix A lists the submissions itself.
  var listsSubmissions: Bool {
    accepted <= AnnexComposer.longestList && !content.submissions.isEmpty
  }

  /// A submission's number, as a link when appendix A has it.
  func submissionLink(_ id: String) -> Inline {
    guard listsSubmissions, content.submissions.contains(where: { $0.id == id }) else {
      return .text(id)
    }
    return .link(id, target: "#" + Anchor.submission(id))
  }

  private static func weeks(_ content: AnnexContent) -> [AnnexContent.Week] {
    let counted = content.weeks.sorted { ($0.year, $0.week) < ($1.year, $1.week) }
    guard let first = counted.first, let last = counted.last,
      let start = monday(first), let end = monday(last), (end - start) / 7 <= longestWeekSpan
    else { return counted }
    return stride(from: start, through: end, by: 7).compactMap { day in
      guard let week = CalendarDate(daysSince1970: day)?.isoWeek else { return nil }
      return counted.first { $0.year == week.year && $0.week == week.week }
        ?? AnnexContent.Week(year: week.year, week: week.week, byChannel: [:])
    }
  }

  /// The Monday of a week, in days since 1970.
  ///
  /// The fourth of January is always in week 1.
  private static func monday(_ week: AnnexContent.Week) -> Int? {
    guard let fourth = CalendarDate(year: week.year, month: 1, day: 4) else { return nil }
    let days = fourth.daysSince1970
    return days - ((days + 3) % 7 + 7) % 7 + (week.week - 1) * 7
  }

  private static func channels(_ content: AnnexContent) -> [Channel] {
    var channels = content.dialogue.channels
    // A channel that only the counts know is still counted.
    let known = Set(channels.map(\.id))
    for id in content.submissionsByChannel.keys.sorted() where !known.contains(id) {
      channels.append(Channel(id: id, label: id))
    }
    return channels
  }

  private static func themes(_ content: AnnexContent) -> [NumberedTheme] {
    var tallies: [String: AnnexContent.ThemeTally] = [:]
    for tally in content.themes { tallies[tally.theme] = tally }
    let rows = content.codebook.themes.enumerated().compactMap {
      index, theme -> (Int, Theme, AnnexContent.ThemeTally, Response?)? in
      let tally =
        tallies[theme.key]
        ?? AnnexContent.ThemeTally(theme: theme.key, viewpoints: 0, submissions: 0)
      let responses = content.responses.filter { $0.theme == theme.key }
      guard tally.viewpoints > 0 || !responses.isEmpty else { return nil }
      return (index, theme, tally, merged(responses))
    }
    let sorted = rows.sorted {
      $0.2.viewpoints == $1.2.viewpoints
        ? $0.0 < $1.0 : $0.2.viewpoints > $1.2.viewpoints
    }
    return sorted.enumerated().map { index, row in
      NumberedTheme(
        number: "7.\(index + 1)", theme: row.1, tally: row.2, response: row.3)
    }
  }

  /// Several responses for one theme are one answer: nothing of them is left out.
  private static func merged(_ responses: [Response]) -> Response? {
    guard var first = responses.first else { return nil }
    for other in responses.dropFirst() {
      first.comment = [first.comment, other.comment].compactMap(\.self).joined(separator: "\n\n")
      if first.comment?.isEmpty == true { first.comment = nil }
      first.author = first.author ?? other.author
      first.proposals += other.proposals
    }
    return first
  }

  private static func sourceRows(_ content: AnnexContent) -> [SourceRow] {
    struct Kind: Hashable {
      let name: String
      let folder: String
    }
    var order: [Kind] = []
    var members: [Kind: [SourceAccount]] = [:]
    for (index, account) in content.account.sources.enumerated() {
      let source = index < content.sources.count ? content.sources[index] : nil
      let name = source.map { "\($0.label) (\($0.profile))" } ?? account.path
      let folder = account.path.split(separator: "/").dropLast().joined(separator: "/")
      let kind = Kind(name: name, folder: folder)
      if members[kind] == nil { order.append(kind) }
      members[kind, default: []].append(account)
    }
    let isShort = order.count <= longestSourceTable
    return order.flatMap { kind -> [SourceRow] in
      let accounts = members[kind] ?? []
      if accounts.count <= largestFileList, isShort {
        return accounts.map { SourceRow(name: kind.name, path: $0.path, account: $0) }
      }
      let path = kind.folder.isEmpty ? "*" : kind.folder + "/*"
      var sum = SourceAccount(path: "\(path) \(kind.name)", sha256: "")
      for account in accounts {
        sum.read += account.read
        for (outcome, count) in account.outcomes { sum[outcome] += count }
      }
      return [
        SourceRow(
          name: kind.name, path: "\(path) (\(Swedish.number(accounts.count)) filer)",
          account: sum)
      ]
    }
  }
}
