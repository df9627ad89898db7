import DialogueModel
import Ingest
import Records
import Refine
import Register

/// Takes the workers' results in the order of the sources: recognises duplicates, gives public
/// numbers, counts, and writes the register.
///
/// Everything that depends on what came before happens here and nowhere else, so the number of
/// workers makes no difference.
final class RunMerger: @unchecked Sendable {
  let shape: FigureShape
  let files: [SourceFile]
  private let writer: RegisterWriter?

  var accounts: [SourceAccount]
  private(set) var sources: [RegisterClosing.Source]
  private(set) var questions: [RegisterClosing.Question] = []
  private(set) var layouts: [SourceLayout]
  private(set) var unmapped: [[String]]
  var collector = FindingCollector()
  private(set) var counter: FigureCounter
  private var listed: SubmissionListWriter
  private(set) var repeatedIdentity = 0
  private(set) var repeatedContent = 0
  private(set) var lastDay: Int?
  var rejections: [FindingCode: (count: Int, places: [Place])] = [:]
  private(set) var withoutText = 0
  private(set) var recordsRead = 0
  private(set) var bytesRead = 0
  /// Whether a source could not be used, so that nothing may be written.
  private(set) var isRefused = false

  private var seen: DigestSet
  private var numbers = NumberSet()
  private var sequence = 0
  private var packedClosed: [UInt8] = []
  private var storedGroups: [UInt8] = []
  /// For each dimension, whether its answer is kept with the submission.
  private let isStored: [Bool]

  // The source that is being read.
  private var textQuestions: [Int] = []
  private var closedQuestions: [Int] = []
  private var closedChoices: [SourceLayout.Choices?] = []
  private var countedQuestions: [Int] = []
  private var channel = 0
  private var activity: Int?
  private var anonymous = 0
  let latest: LatestRecords
  let same: SameFiles
  // For each source, the number of accepted submissions before it.
  private var sequenceStarts: [Int] = []
  // The sources that the duplicates of the source that is being read stand in.
  var repeatedSources: Set<Int> = []
  private var mended = LetterMending()
  // Duplicates by their words alone, which have a number of their own.
  var otherPeoples: (count: Int, first: Int) = (0, 0)
  // The codes that its records were reported with.
  var told: Set<FindingCode> = []

  init(
    shape: FigureShape, files: [SourceFile], latest: LatestRecords, same: SameFiles,
    writer: RegisterWriter?,
    findings: [Finding], memory: MemoryLimits = MemoryLimits()
  ) {
    seen = DigestSet(limit: memory.digests, folder: memory.folder)
    listed = SubmissionListWriter(limit: memory.listBytes, folder: memory.folder)
    self.shape = shape
    self.files = files
    self.latest = latest
    self.same = same
    self.writer = writer
    counter = FigureCounter(shape)
    isStored = shape.dimensions.map { !$0.isSensitive }
    accounts = files.map { SourceAccount(path: $0.path, sha256: "") }
    sources = []
    layouts = Array(repeating: SourceLayout(), count: files.count)
    unmapped = Array(repeating: [], count: files.count)
    collector.add(contentsOf: findings)
  }

  /// Begins a source.
  func begin(_ index: Int, _ opened: OpenedSource) {
    layouts[index] = opened.layout
    unmapped[index] = opened.layout.unmapped
    collector.add(contentsOf: opened.findings)
    if opened.layout.background.contains(where: { column in
      !shape.dimensions.contains { $0.id == column.name }
    }) {
      collector.add(
        Finding(
          .groupUnknownValue, at: Place(file: files[index].path),
          "a group is declared on a question that no target group has",
          consequence: "It is not counted.",
          remedy: "Use the target-group file's names, such as [grupp: age=65-79]."))
    }
    if let activity = opened.activity, shape.activity(activity) == nil,
      files[index].declaration.activity == nil
    {
      collector.add(
        Finding(
          .dialogueNameUnknown, at: Place(file: files[index].path), severity: .warning,
          "the note is from an activity that dialogue.yaml does not have",
          consequence: "Its viewpoints count, and belong to no activity.",
          remedy: "Correct the line aktivitet, or add the activity to dialogue.yaml."))
    }
    func ask(_ columns: [SourceLayout.Column], _ kind: RegisterClosing.Question.Kind) -> [Int] {
      columns.map { column in
        questions.append(
          RegisterClosing.Question(
            id: questions.count + 1, source: index + 1, name: column.name, kind: kind))
        return questions.count
      }
    }
    anonymous = 0
    sequenceStarts.append(sequence)
    repeatedSources = []
    mended = LetterMending()
    told = []
    otherPeoples = (0, 0)
    textQuestions = ask(opened.layout.text, .text)
    closedQuestions = ask(opened.layout.closed, .closed)
    closedChoices = opened.layout.closed.map { opened.layout.choices[$0.name] }
    channel = shape.channel(files[index].declaration.channel) ?? 0
    activity = shape.activity(files[index].declaration.activity ?? opened.activity)
    countedQuestions = opened.layout.closed.map {
      counter.question(channel: channel, name: $0.name)
    }
    counter.ask(countedQuestions)
  }

  /// Notes a source that is not read.
  func refuse(_ findings: [Finding]) {
    isRefused = true
    collector.add(contentsOf: findings)
  }

  /// Ends a source.
  func end(_ index: Int, _ opened: OpenedSource, _ ending: OpenedSource.Ending) {
    let file = files[index]
    accounts[index].sha256 = ending.sha256 ?? ""
    unmapped[index] += ending.unmapped
    collector.add(contentsOf: ending.findings + ending.pending.filter { !told.contains($0.code) })
    if accounts[index].read == 0, ending.findings.isEmpty, file.profile.container == .csv {
      collector.add(SourceOpener.noRecords(file))
    }
    if !ending.unmapped.isEmpty {
      let shown = ending.unmapped.prefix(8).map { "\"\($0)\"" }.joined(separator: ", ")
      collector.add(
        Finding(
          .mapColumnUnmapped, at: Place(file: file.path),
          "\(ending.unmapped.count) elements with text are not mapped: \(shown)",
          consequence: "Their text is left out; they are listed in the annex.",
          remedy: "Give them a role in dialogue.yaml, or list them under drop."))
    }
    reportRepeats(index)
    collector.add(contentsOf: MendingWords.findings(mended, file: file.path))
    if anonymous > 0 {
      collector.add(
        Finding(
          .anonymityHonoured, at: Place(file: file.path),
          "\(anonymous) of the participants asked to be anonymous",
          consequence: "Name and contact details were not read, here as in every submission.",
          remedy: "Nothing needs to be done."))
    }
    sources.append(
      RegisterClosing.Source(
        path: file.path, member: file.part, sha256: ending.sha256 ?? "", bytes: ending.bytes,
        profile: file.profile.id,
        channel: file.declaration.channel,
        activity: file.declaration.activity ?? opened.activity, encoding: opened.encoding,
        read: accounts[index].read))
    bytesRead += ending.bytes
  }

  /// Takes the results of one batch.
  func merge(
    _ index: Int, _ opened: OpenedSource, _ work: SourceWork,
    _ results: borrowing ProcessedRecords
  ) throws(InspelError) {
    let batch = work.batch
    let path = files[index].path
    let first = accounts[index].read + 1
    let codes = reportProblems(batch, results, path: path, first: first)
    let superseded = latest.superseded(file: index)
    let isSuperseded = !superseded.isEmpty
    let copy = same.copy(index)
    for record in 0..<min(batch.count, Self.fetchDistance) { fetch(record, results) }
    // Most records are accepted, so those are counted by themselves.
    var accepted = 0
    for record in 0..<batch.count {
      if record + Self.fetchDistance < batch.count {
        fetch(record + Self.fetchDistance, results)
      }
      let number = first + record
      var outcome = results.outcomes[record]
      var repeats: Int?
      var code = codes.isEmpty ? nil : codes[record]
      if outcome != .rejected, isSuperseded, superseded.contains(number) {
        outcome = .duplicate
        code = .sourceSuperseded
        repeatedIdentity += 1
      } else if outcome == .accepted, let digest = results.digests[record] {
        let next = UInt32(truncatingIfNeeded: sequence + 1)
        if let earlier = try seen.insert(digest.content, sequence: next) {
          outcome = .duplicate
          repeats = Int(earlier)
          repeatedSources.insert(source(ofSequence: Int(earlier)))
          if digest.isContentOnly {
            repeatedContent += 1
            // Its own number has not been seen: it is no second reading of the same record.
            let own = PublicNumber(hash: results.identities[record])
            if !numbers.contains(own.value) {
              if otherPeoples.count == 0 { otherPeoples.first = number }
              otherPeoples.count += 1
            }
          } else {
            repeatedIdentity += 1
          }
        }
      }
      if outcome == .accepted, let copy {
        // The file is a copy, so the record is one, also when nothing in it can tell.
        outcome = .duplicate
        repeatedSources.insert(copy.original)
        repeatedContent += 1
      }
      if outcome == .accepted {
        accepted += 1
        try accept(index, opened, batch, results, record: record, number: number)
      } else {
        accounts[index][outcome] += 1
        try writer?.writeSetAside(
          source: index + 1, record: number, line: Int(batch.lines[record]), outcome: outcome,
          code: code, repeats: repeats)
      }
    }
    if accepted > 0 { accounts[index][.accepted] += accepted }
    for (place, problem) in batch.undelivered.enumerated() {
      accounts[index][.rejected] += 1
      try writer?.writeSetAside(
        source: index + 1, record: first + batch.count + place, line: problem.line ?? 0,
        outcome: .rejected, code: ProblemWords.finding(problem, file: path, record: nil).code,
        repeats: nil)
    }
    mended.add(work.mended, from: first - 1)
    accounts[index].read += batch.count + batch.undelivered.count
    recordsRead += batch.count + batch.undelivered.count
  }

  /// How many records ahead the places of a record are asked for: so far that they have come when
  /// its turn is, and so near that they are not gone again.
  private static let fetchDistance = 16

  private func fetch(_ record: Int, _ results: borrowing ProcessedRecords) {
    guard let digest = results.digests[record] else { return }
    seen.fetch(digest.content)
    numbers.fetch(PublicNumber(hash: results.identities[record]).value)
  }

  private func accept(
    _ index: Int, _ opened: OpenedSource, _ batch: RecordBatch,
    _ results: borrowing ProcessedRecords, record: Int, number: Int
  ) throws(InspelError) {
    sequence += 1
    let publicNumber = nextNumber(results.identities[record])
    let day = results.days[record] == Int32.min ? nil : Int(results.days[record])
    if let day { lastDay = max(lastDay ?? day, day) }
    let flags = results.flags[record]
    if flags.contains(.anonymous) { anonymous += 1 }
    counter.begin(
      number: publicNumber, channel: channel,
      activity: activity, day: day,
      isParaphrase: flags.contains(.paraphrase), isAnonymous: flags.contains(.anonymous),
      isOrganisation: flags.contains(.organisation))

    let width = isStored.count
    storedGroups.removeAll(keepingCapacity: true)
    for dimension in 0..<width {
      let value = results.groups[record * width + dimension]
      counter.group(dimension: dimension, value: value)
      if isStored[dimension] { storedGroups.append(value) }
    }
    try write(
      index, batch, results, record: record, number: number, publicNumber: publicNumber, day: day,
      flags: flags)

    let viewpoints = results.viewpoints(of: record)
    if viewpoints.isEmpty { withoutText += 1 }
    for (ordinal, viewpoint) in viewpoints.enumerated() {
      writer?.writeViewpoint(
        ordinal: ordinal + 1,
        question: textQuestions[Int(results.viewpointQuestions[viewpoint])],
        text: results.texts.value(at: viewpoint), edits: results.edits.value(at: viewpoint),
        masks: results.masks.value(at: viewpoint), tags: results.tags.value(at: viewpoint))
      // Places in the arrays, since a slice would be held and let go for each viewpoint.
      counter.viewpoint(themes: results.themes, at: results.themes(of: viewpoint).indices)
      for place in results.maskedKinds(of: viewpoint).indices {
        counter.masked(results.maskedKinds[place])
      }
    }
    counter.end()
    // Only what is written beside a register lists the submissions.
    guard writer != nil else { return }
    try listed.append(
      number: publicNumber, day: day, channel: channel,
      isParaphrase: flags.contains(.paraphrase), times: Int(results.times[record]),
      themes: counter.themes)
  }

  private func write(
    _ index: Int, _ batch: RecordBatch, _ results: borrowing ProcessedRecords, record: Int,
    number: Int, publicNumber: PublicNumber, day: Int?, flags: SubmissionRow.Flags
  ) throws(InspelError) {
    let sequence = sequence
    let times = Int(results.times[record])
    let line = Int(batch.lines[record])
    packClosed(results, record: record)
    do {
      try storedGroups.withUnsafeBufferPointer { groups in
        try packedClosed.withUnsafeBufferPointer { closed in
          try writer?.write(
            SubmissionRow(
              sequence: sequence, number: Int(publicNumber.value), source: index + 1,
              record: number, line: line, day: day, groups: groups, flags: flags, times: times,
              closed: closed))
        }
      }
    } catch let error as InspelError {
      throw error
    } catch {
      preconditionFailure("the register throws only its own errors")
    }
  }

  /// Counts the closed answers of a record, and packs them for the register.
  private func packClosed(_ results: borrowing ProcessedRecords, record: Int) {
    packedClosed.removeAll(keepingCapacity: true)
    let count = closedQuestions.count
    for place in 0..<count {
      let answer = results.closed.value(at: record * count + place)
      guard !answer.isEmpty else { continue }
      let question = closedQuestions[place]
      let counted = countedQuestions[place]
      guard let choices = closedChoices[place] else {
        counter.closed(question: counted, answer: answer)
        PackedAnswers.append(question: question, answer: answer, to: &packedClosed)
        continue
      }
      for choice in choices.split(String(decoding: answer, as: UTF8.self)) {
        var choice = choice
        choice.withUTF8 {
          counter.closed(question: counted, answer: $0)
          PackedAnswers.append(question: question, answer: $0, to: &packedClosed)
        }
      }
    }
  }

  private func source(ofSequence number: Int) -> Int {
    var low = 0
    var high = sequenceStarts.count
    // The last source that begins before the submission.
    while high - low > 1 {
      let middle = (low + high) / 2
      if sequenceStarts[middle] < number { low = middle } else { high = middle }
    }
    return low
  }

  /// The number that a hash gives, or the next when another submission has it already.
  private func nextNumber(_ identity: UInt64) -> PublicNumber {
    var hash = identity
    while true {
      let number = PublicNumber(hash: hash)
      if numbers.insert(number.value) { return number }
      hash = (hash ^ (hash >> 31)) &* 0xBF58_476D_1CE4_E5B9 &+ 1
    }
  }

  /// Counts of the sensitive dimensions, which the register holds without a link to a person.
  func sensitiveCounts(_ figures: CountedFigures) -> [RegisterClosing.SensitiveCount] {
    var counts: [RegisterClosing.SensitiveCount] = []
    for (channel, slots) in figures.groups.enumerated() {
      for (dimension, start) in shape.dimensionStarts.enumerated()
      where shape.dimensions[dimension].isSensitive {
        let names = [""] + shape.dimensions[dimension].groups.map(\.id)
        for (value, name) in names.enumerated() where slots[start + value] > 0 {
          counts.append(
            RegisterClosing.SensitiveCount(
              channel: shape.channels[channel].id, dimension: shape.dimensions[dimension].id,
              value: name, count: slots[start + value]))
        }
      }
    }
    return counts
  }

  /// The list of the accepted submissions, once everything has been merged; without a register it is
  /// empty.
  func finishList() throws(InspelError) -> SubmissionList { try listed.finish() }

  /// The figures, once everything has been merged.
  func finishFigures() -> CountedFigures { counter.finish() }

  /// The findings, with those that tell what was not listed.
  func finishFindings() -> [Finding] { collector.finish() }

  /// Adds a finding from outside the reading.
  func add(_ findings: [Finding]) { collector.add(contentsOf: findings) }
}
