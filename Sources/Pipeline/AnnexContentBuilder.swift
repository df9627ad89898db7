import Annex
import DialogueModel
import Ingest
import Representation

/// Turns the material of a run into the content of its annex.
struct AnnexContentBuilder {
  let material: RunMaterial
  let coverage: [DialogueCoverage.Channel]
  /// The number of tests that the correction is over.
  let tests: Int
  let duties: [DutyCheck]
  let closed: ClosedTables

  /// The content for an edition.
  func content(_ edition: AnnexContent.Edition) throws -> AnnexContent {
    let loaded = material.loaded
    let figures = material.figures
    let shape = material.shape
    let sources = declaredSources()
    var content = AnnexContent(
      edition: edition, dialogue: loaded.file.dialogue,
      account: FlowAccount(sources: sources.map(\.account)), codebook: loaded.codebook,
      run: facts())
    content.sources = sources.map(\.source)
    if edition == .public {
      // A name that nobody has mapped may be somebody's answer in a file without a header.
      for index in content.sources.indices {
        let count = content.sources[index].unmappedColumns.count
        content.sources[index].unmappedColumns =
          count == 0 ? [] : ["kolumner eller fält utan roll, se den interna utgåvan"]
      }
    }
    content.rejections = material.rejections
    for (index, channel) in shape.channels.enumerated() {
      content.submissionsByChannel[channel.id] = figures.byChannel[index]
      if figures.withoutDay[index] > 0 { content.undated[channel.id] = figures.withoutDay[index] }
    }
    for (index, activity) in shape.activities.enumerated() {
      content.submissionsByActivity[activity.id] = figures.byActivity[index]
    }
    content.weeks = figures.byWeek.sorted { $0.key < $1.key }.map { key, counts in
      AnnexContent.Week(
        year: key / 100, week: key % 100,
        byChannel: Dictionary(
          uniqueKeysWithValues: zip(shape.channels.map(\.id), counts).filter { $0.1 > 0 }))
    }
    content.submissionsWithoutText = material.withoutText
    content.viewpoints = figures.viewpoints
    content.tags = figures.tags
    content.untaggedViewpoints = figures.untagged
    content.themes = shape.themes.enumerated().map { index, theme in
      AnnexContent.ThemeTally(
        theme: theme.key, viewpoints: figures.themeViewpoints[index],
        submissions: figures.themeSubmissions[index],
        examples: figures.themeExamples[index].map { id(PublicNumber(value: $0)) })
    }
    content.coverage = coverage.map(\.content)
    content.familySize = tests
    content.persons = persons()
    content.themeGroups = themeGroups()
    content.closed = closed.tables(edition)
    content.responses = loaded.responses
    content.quotations = material.quotations
    content.submissions = try listed()
    content.duties = duties
    content.masking = figures.masked
    content.duplicates = material.duplicates
    content.rule = loaded.file.rule
    content.referenceNoise = CoverageComparison.noise(loaded)
    return content
  }

  /// The sources as dialogue.yaml declares them: a folder of thirty files is one source in the
  /// annex.
  ///
  /// Each file has its own account in account.json and its own hash in run.json.
  private func declaredSources() -> [(account: SourceAccount, source: AnnexContent.Source)] {
    let loaded = material.loaded
    var groups: [[Int]] = []
    var declared: [Int] = []
    for (index, source) in material.sources.enumerated() {
      let place =
        loaded.file.sources.firstIndex {
          SourceResolver.isFound(source.path, by: $0.path) && $0.channel == source.channel
        } ?? -1
      if let group = declared.firstIndex(of: place), place >= 0 {
        groups[group].append(index)
      } else {
        declared.append(place)
        groups.append([index])
      }
    }
    return zip(groups, declared).map { group, place in
      let first = material.sources[group[0]]
      var account = material.account.sources[group[0]]
      if group.count > 1 {
        account.path = "\(loaded.file.sources[place].path) (\(group.count) filer)"
        account.sha256 = "\(group.count) kontrollsummor i run.json"
        for index in group.dropFirst() {
          let other = material.account.sources[index]
          account.read += other.read
          for outcome in RecordOutcome.allCases { account[outcome] += other[outcome] }
        }
      }
      func union(_ names: KeyPath<RunMaterial.SourceLabel, [String]>) -> [String] {
        var all: [String] = []
        for index in group {
          for name in material.labels[index][keyPath: names] where !all.contains(name) {
            all.append(name)
          }
        }
        return all
      }
      return (
        account,
        AnnexContent.Source(
          label: sourceLabel(first.path, channel: first.channel),
          profile: loaded.profiles[first.profile]?.label ?? first.profile,
          channel: first.channel,
          activities: Set(group.map { material.sources[$0].activity ?? "" }).sorted(),
          unmappedColumns: union(\.unmapped),
          droppedColumns: union(\.dropped),
          isNotes: loaded.profiles[first.profile]?.container == .notes)
      )
    }
  }

  private func id(_ number: PublicNumber) -> String {
    var bytes: [UInt8] = []
    number.write(prefix: Array(material.shape.idPrefix.utf8), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func sourceLabel(_ path: String, channel: String) -> String {
    let dialogue = material.loaded.file.dialogue
    return dialogue.channels.first { $0.id == channel }?.label ?? path
  }

  /// The fewest and the most persons who can have taken part, when nobody knows who came twice.
  ///
  /// The fewest are those of the largest activity, or channel without activities, that counts
  /// persons. The most are everybody who wrote and, where an activity counted more heads than that,
  /// its heads.
  private func persons() -> ClosedRange<Int>? {
    let shape = material.shape
    let figures = material.figures
    let counted = shape.channels.indices.filter { shape.channels[$0].countsPersons }
    let least = counted.flatMap { channel in
      let own = figures.activityVoices[channel]
      return own + [figures.voices[channel] - own.reduce(0, +)]
    }.max()
    guard let least else { return nil }
    var most = figures.voices.reduce(0, +)
    for (place, activity) in shape.activities.enumerated() {
      let wrote = figures.activityVoices.reduce(0) { $0 + $1[place] }
      most += max(0, (activity.participants ?? 0) - wrote)
    }
    return least <= most ? least...most : nil
  }

  private func themeGroups() -> [AnnexContent.ThemeGroupTally] {
    let shape = material.shape
    var tallies: [AnnexContent.ThemeGroupTally] = []
    for (theme, slots) in material.figures.themeGroups.enumerated() {
      for (dimension, start) in shape.dimensionStarts.enumerated() {
        let names: [String?] = [nil] + shape.dimensions[dimension].groups.map(\.id)
        for (value, name) in names.enumerated() where slots[start + value] > 0 {
          tallies.append(
            AnnexContent.ThemeGroupTally(
              theme: shape.themes[theme].key, dimension: shape.dimensions[dimension].id,
              group: name, submissions: slots[start + value]))
        }
      }
    }
    return tallies
  }

  /// The submissions in the order of their public numbers, when they are few enough to list.
  private func listed() throws -> [AnnexContent.ListedSubmission] {
    guard material.listed.count <= AnnexComposer.longestList else { return [] }
    let shape = material.shape
    var submissions: [AnnexContent.ListedSubmission] = []
    try material.listed.forEachItem { item in
      let week = item.day.flatMap { CalendarDate(daysSince1970: $0) }?.isoWeek
      let channel = shape.channels[item.channel]
      submissions.append(
        AnnexContent.ListedSubmission(
          id: id(item.number), year: week?.year, week: week?.week, channel: channel.label,
          sender: item.isParaphrase ? "minnesanteckning" : channel.sender,
          themes: item.themes.map { shape.themes[Int($0)].id },
          timesSaid: item.isParaphrase && item.times > 1 ? item.times : nil))
    }
    return submissions
  }

  private func facts() -> AnnexContent.RunFacts {
    let loaded = material.loaded
    return AnnexContent.RunFacts(
      programVersion: ProgramVersion.current, at: material.at.text, annexVersion: nil,
      command: "inspel run \(loaded.file.dialogue.id) --at \(material.at.text)",
      parameters: loaded.file.thresholds.map {
        AnnexContent.RunFacts.Parameter(name: $0.key, value: $0.value, rationale: $0.rationale)
      },
      inputs: loaded.inputs.map { .init(path: $0.path, sha256: $0.sha256) })
  }
}
