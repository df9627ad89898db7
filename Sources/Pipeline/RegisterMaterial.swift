import Annex
import DialogueModel
import Ingest
import Register
import Tagging

/// Makes a run's material again from its register alone: every figure is counted anew from the
/// stored rows.
struct RegisterMaterial {
  let loaded: LoadedDialogue
  let registerPath: String
  let at: RunTime

  func read() throws -> RunMaterial {
    let register = try RegisterReader(path: registerPath)
    let sources = try register.sources()
    let dialogue = loaded.file.dialogue
    let shape = FigureShape(
      channels: loaded.channels, activities: dialogue.activities, dimensions: loaded.dimensions,
      themes: loaded.codebook.themes, idPrefix: dialogue.idPrefix,
      weighted: loaded.weightedDimensions)
    var accounts = sources.map { SourceAccount(path: $0.path, sha256: $0.sha256, read: $0.read) }
    guard let facts = RunFacts.stored(try register.meta()) else {
      throw InspelError(
        .registerFailed, "the register lacks the facts of its run",
        remedy: "Run inspel run again.", place: Place(file: registerPath))
    }
    let broken = InspelError(
      .registerFailed, "the register holds a number that its run cannot have written",
      remedy: "Run inspel run again; the register is rebuilt from the sources.",
      place: Place(file: registerPath))
    try register.forEachSetAside { row in
      guard sources.indices.contains(row.source - 1) else { throw broken }
      accounts[row.source - 1][row.outcome] += 1
    }

    var counter = FigureCounter(shape)
    // The places of the closed questions, by their numbers in the register and by source.
    var places: [Int: Int] = [:]
    var asked: [[Int]] = sources.map { _ in [] }
    for question in try register.questions() where question.kind == .closed {
      guard sources.indices.contains(question.source - 1) else { throw broken }
      let channel = shape.channel(sources[question.source - 1].channel) ?? 0
      let place = counter.question(channel: channel, name: question.name)
      places[question.id] = place
      asked[question.source - 1].append(place)
    }
    var listed = SubmissionListWriter()
    var withoutText = 0
    var lastDay: Int?
    var asking = 0
    try register.forEachSubmission { submission, own in
      guard sources.indices.contains(submission.source - 1),
        submission.day.map({ CalendarDate(daysSince1970: $0) != nil }) ?? true
      else { throw broken }
      let source = sources[submission.source - 1]
      accounts[submission.source - 1][.accepted] += 1
      guard let value = UInt32(exactly: submission.number), UInt64(value) < PublicNumber.space
      else { throw broken }
      let number = PublicNumber(value: value)
      let channel = shape.channel(source.channel) ?? 0
      if let day = submission.day { lastDay = max(lastDay ?? day, day) }
      let isParaphrase = submission.flags.contains(.paraphrase)
      if submission.source != asking {
        asking = submission.source
        counter.ask(asked[submission.source - 1])
      }
      counter.begin(
        number: number, channel: channel, activity: shape.activity(source.activity),
        day: submission.day, isParaphrase: isParaphrase,
        isAnonymous: submission.flags.contains(.anonymous),
        isOrganisation: submission.flags.contains(.organisation))
      for (place, dimension) in shape.storedDimensions.enumerated()
      where place < submission.groups.count {
        guard submission.groups[place] <= shape.dimensions[dimension].groups.count else {
          throw broken
        }
        counter.group(dimension: dimension, value: submission.groups[place])
      }
      if own.isEmpty { withoutText += 1 }
      for viewpoint in own {
        let tags =
          TagEvidence.unpack(viewpoint.tags)?.themes.map { UInt16(clamping: $0.theme) } ?? []
        guard tags.allSatisfy({ $0 < shape.themes.count }) else { throw broken }
        counter.viewpoint(themes: tags)
        for mask in PackedMasks.unpack(viewpoint.masks) { counter.masked(mask.rule.kind) }
      }
      guard let answers = PackedAnswers.unpack(submission.closed) else { throw broken }
      for (question, answer) in answers {
        guard let place = places[question] else { throw broken }
        answer.withUnsafeBufferPointer { counter.closed(question: place, answer: $0) }
      }
      counter.end()
      try listed.append(
        number: number, day: submission.day, channel: channel, isParaphrase: isParaphrase,
        times: submission.times, themes: counter.themes)
    }
    var figures = counter.finish()
    for count in try register.sensitiveCounts() {
      guard let channel = shape.channel(count.channel),
        let dimension = shape.dimensions.firstIndex(where: { $0.id == count.dimension })
      else { continue }
      let group = shape.dimensions[dimension].groups.firstIndex { $0.id == count.value }
      let slot = shape.dimensionStarts[dimension] + (group.map { $0 + 1 } ?? 0)
      figures.groups[channel][slot] = count.count
    }
    let cleared = try QuotationCheck(loaded: loaded, registerPath: registerPath).execute()
    return RunMaterial(
      loaded: loaded, shape: shape, account: FlowAccount(sources: accounts), sources: sources,
      labels: facts.labels, askedDimensions: facts.askedDimensions(shape), figures: figures,
      rejections: facts.shownRejections, duplicates: facts.duplicates,
      listed: try listed.finish(),
      withoutText: withoutText, lastDay: lastDay, quotations: cleared.quotations,
      findings: try register.findings() + cleared.findings, at: at)
  }
}
