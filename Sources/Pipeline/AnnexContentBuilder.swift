import Annex
import DialogueModel
import Representation

/// Turns the material of a run into the content of its annex.
struct AnnexContentBuilder {
  let material: RunMaterial
  let coverage: [DialogueCoverage.Channel]
  /// The number of tests that the correction is over.
  let tests: Int
  let duties: [DutyCheck]

  /// The content for an edition.
  func content(_ edition: AnnexContent.Edition) -> AnnexContent {
    let loaded = material.loaded
    let figures = material.figures
    let shape = material.shape
    var content = AnnexContent(
      edition: edition, dialogue: loaded.file.dialogue, account: material.account,
      codebook: loaded.codebook, run: facts())
    content.sources = zip(material.sources, material.labels).map { source, label in
      AnnexContent.Source(
        label: sourceLabel(source.path, channel: source.channel),
        profile: loaded.profiles[source.profile]?.label ?? source.profile,
        channel: source.channel, unmappedColumns: label.unmapped, droppedColumns: label.dropped,
        isNotes: loaded.profiles[source.profile]?.container == .notes)
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
    content.responses = loaded.responses
    content.quotations = material.quotations
    content.submissions = listed()
    content.duties = duties
    content.masking = figures.masked
    content.duplicates = material.duplicates
    content.rule = loaded.file.rule
    return content
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

  /// At least as many persons as the largest channel that counts them, at most as many as all
  /// submissions and head counts together.
  private func persons() -> ClosedRange<Int>? {
    let shape = material.shape
    let figures = material.figures
    let counted = shape.channels.indices.filter { shape.channels[$0].countsPersons }
    guard let least = counted.map({ figures.byChannel[$0] }).max() else { return nil }
    var most = figures.accepted - figures.paraphrases
    for activity in material.loaded.file.dialogue.activities {
      let isMeeting =
        activity.channel.flatMap(shape.channel).map { !shape.channels[$0].countsPersons } ?? true
      if isMeeting, let participants = activity.participants { most += participants }
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
  private func listed() -> [AnnexContent.ListedSubmission] {
    guard material.listed.count <= AnnexComposer.longestList else { return [] }
    let shape = material.shape
    var submissions: [AnnexContent.ListedSubmission] = []
    material.listed.forEachByNumber { item in
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
