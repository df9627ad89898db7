import DialogueModel
import Ingest
import Records
import Refine
import Register
import Tagging

/// Does everything that can be done to a record without knowing the records before it: reads its
/// time, normalises and masks its answers, sorts background answers into groups, and tags the texts.
///
/// One processor belongs to one worker.
final class RecordProcessor: @unchecked Sendable {
  /// Texts shorter than this many characters are too common to recognise a duplicate by alone.
  static let shortestComparableText = 20

  /// The rule for duplicates, as the annex prints it.
  static let duplicateRule =
    "En inlämning räknas som dubblett när alla svar är lika i samma svarsväg och texten har minst "
    + "20 tecken, eller när även nummer och tid är lika."

  private let shape: FigureShape
  private let firstDay: Int
  private let lastDay: Int
  private let refiner: TextRefiner
  private let tagger: ThemeTagger
  private let idKey: (UInt64, UInt64)
  /// The seed of the digests that find duplicates, one for the whole run.
  private let contentSeed: UInt64
  private var classifiers: [TargetGroupClassifier]
  private var content = RecordContent()
  private var packed: [UInt8] = []
  private var rejected: Set<Int> = []
  private var sourceSetup: (source: OpenedSource, setup: Setup)?

  /// What depends on the source.
  private struct Setup {
    let layout: SourceLayout
    let timeReader: TimeReader
    let sentinels: [[UInt8]]
    /// The columns with the identifier and with the time: the first that is filled counts.
    let ids: [Int]
    /// The columns that have a name in the file, at least two of them, and the names.
    let headerCells: [(column: Int, name: [UInt8])]
    let times: [Int]
    let anonymity: [(column: Int, answers: [[UInt8]])]
    let incomplete: [(column: Int, answers: [[UInt8]])]
    let organisation: [(column: Int, answers: [[UInt8]])]
    /// The columns with free text and with closed answers.
    let texts: [Int]
    let closed: [Int]
    /// For each background column, the dimension it answers.
    let background: [(column: Int, dimension: Int)]
    /// What the content of every record begins with: the channel and, for notes, the file.
    let contentStart: [UInt8]
    /// What the identity of every record begins with: the channel.
    let identityStart: ContentHasher
    let isNotes: Bool
    let countsSameWords: Bool
  }

  init(
    shape: FigureShape, memory: TaggerMemory, period: DialoguePeriod, emptyAnswers: [String],
    idKey: [UInt8], contentSeed: UInt64
  ) {
    self.shape = shape
    self.contentSeed = contentSeed
    firstDay = period.from.daysSince1970
    lastDay = period.through.daysSince1970
    refiner = TextRefiner(
      emptyAnswers: EmptyAnswerWords(EmptyAnswerWords.standardWords + emptyAnswers))
    tagger = ThemeTagger(memory)
    classifiers = shape.dimensions.map { TargetGroupClassifier($0) }
    func word(_ start: Int) -> UInt64 {
      idKey.dropFirst(start).prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    self.idKey = (word(0), word(8))
  }

  /// Processes a batch of a source.
  func process(
    _ batch: RecordBatch, of source: OpenedSource, into results: inout ProcessedRecords
  ) {
    results.removeAll()
    let setup = setup(for: source)
    rejected.removeAll(keepingCapacity: true)
    for problem in batch.problems {
      if let index = problem.recordIndex { rejected.insert(index) }
    }
    for record in 0..<batch.count {
      processRecord(record, batch, source, setup, &results)
    }
    tagTexts(&results)
  }

  /// Tags the texts of all records that may count, which is quicker than one at a time.
  private func tagTexts(_ results: inout ProcessedRecords) {
    precondition(ByteColumn.padding >= ThemeTagger.padding, "texts are read a little beyond")
    var packed = packed
    tagger.tag(
      count: results.texts.count, in: &results, text: { $1.texts.value(at: $0) },
      take: { _, results, tagged in
        if !tagged.isEmpty {
          packed.removeAll(keepingCapacity: true)
          TagEvidence.pack(tagged, into: &packed)
          for theme in tagged.themes { results.themes.append(UInt16(theme.theme)) }
          packed.withUnsafeBufferPointer { results.tags.extend($0) }
        }
        results.tags.close()
        results.themeEnds.append(Int32(results.themes.count))
      })
    self.packed = packed
  }

  private func processRecord(
    _ record: Int, _ batch: RecordBatch, _ source: OpenedSource, _ setup: Setup,
    _ results: inout ProcessedRecords
  ) {
    let firstViewpoint = results.texts.count
    let firstMask = results.maskedKinds.count
    var day = Int32.min
    let groupStart = results.groups.count
    for _ in shape.dimensions { results.groups.append(0) }
    var flags: SubmissionRow.Flags = setup.isNotes ? .paraphrase : []

    var outcome = outcomeBeforeReading(record, batch, source, setup, &day, &results)
    var digest: RecordDigest?
    var identity: UInt64 = 0
    if outcome == .accepted {
      let answers = readAnswers(record, batch, setup, &results)
      readGroups(record, batch, setup, groupStart, &results)
      if answers.isEmpty {
        outcome = .empty
      } else {
        digest = answers.digest
        identity = answers.identity
      }
      if asksForAnonymity(record, batch, setup) { flags.insert(.anonymous) }
      if isOrganisation(record, batch, setup) { flags.insert(.organisation) }
    } else {
      for _ in setup.closed { results.closed.close() }
    }
    if outcome != .accepted {
      results.texts.truncate(to: firstViewpoint)
      results.edits.truncate(to: firstViewpoint)
      results.masks.truncate(to: firstViewpoint)
      results.maskedKinds.removeSubrange(firstMask...)
      results.maskedEnds.removeSubrange(firstViewpoint...)
      results.viewpointQuestions.removeSubrange(firstViewpoint...)
    }
    results.outcomes.append(outcome)
    results.digests.append(digest)
    results.identities.append(identity)
    results.days.append(day)
    results.flags.append(flags)
    results.times.append(timesSaid(record, batch, setup))
    results.viewpointEnds.append(Int32(results.texts.count))
  }

  /// The outcomes that need no look at the answers, in the order in which they are given:
  /// rejected, incomplete, out of period.
  private func outcomeBeforeReading(
    _ record: Int, _ batch: RecordBatch, _ source: OpenedSource, _ setup: Setup,
    _ day: inout Int32, _ results: inout ProcessedRecords
  ) -> RecordOutcome {
    if !rejected.isEmpty, rejected.contains(record) { return .rejected }
    if isHeader(record, batch, setup) {
      results.repeatedHeaders.append(record)
      return .rejected
    }
    if !setup.layout.completion.isEmpty,
      setup.layout.completion.allSatisfy({ batch.value(column: $0, record: record).isEmpty })
    {
      return .incomplete
    }
    for (column, values) in setup.incomplete {
      let value = batch.value(column: column, record: record)
      if !value.isEmpty, values.contains(where: { Self.isSame(value, $0) }) { return .incomplete }
    }
    if let known = source.day { day = Int32(known) }
    if let bytes = firstFilled(setup.times, batch, record),
      !setup.sentinels.contains(where: { bytes.elementsEqual($0) })
    {
      if let time = setup.timeReader.read(bytes) {
        day = Int32(time.day)
      } else {
        results.unreadableTimes.append(record)
      }
    }
    if day != Int32.min, Int(day) < firstDay || Int(day) > lastDay { return .outOfPeriod }
    return .accepted
  }

  /// Refines the answers; says whether there were any, and how the record is known
  /// again.
  private func readAnswers(
    _ record: Int, _ batch: RecordBatch, _ setup: Setup, _ results: inout ProcessedRecords
  ) -> (isEmpty: Bool, digest: RecordDigest?, identity: UInt64) {
    var isEmpty = true
    var textLength = 0
    content.begin(with: setup.contentStart)
    for question in setup.texts.indices {
      let original = batch.value(column: setup.texts[question], record: record)
      let hasText = !original.isEmpty && addViewpoint(original, question, &results)
      if hasText {
        isEmpty = false
        let refined = results.texts.value(at: results.texts.count - 1)
        // Characters and not bytes: å is one. Only short texts need to be counted.
        textLength +=
          refined.count >= 4 * Self.shortestComparableText
          ? refined.count : refined.count { $0 & 0xC0 != 0x80 }
        content.add(refined)
      }
      content.endField()
    }
    for column in setup.closed {
      _ = refiner.refine(batch.value(column: column, record: record), into: &results.closed)
      results.closed.close()
      let refined = results.closed.value(at: results.closed.count - 1)
      if !refined.isEmpty { isEmpty = false }
      content.add(refined)
      content.endField()
    }
    guard !isEmpty else { return (true, nil, 0) }
    for (column, _) in setup.background {
      content.add(batch.value(column: column, record: record))
      content.endField()
    }
    let own = firstFilled(setup.ids, batch, record)
    let time = firstFilled(setup.times, batch, record)
    let isLong = textLength >= Self.shortestComparableText
    var identity = setup.identityStart
    if let own {
      identity.update(own)
      if !isLong || setup.countsSameWords { content.add(own) }
    }
    content.endField()
    if !isLong || setup.countsSameWords, let time {
      // The same time is written in another way when another program has saved the file.
      if let read = setup.timeReader.read(time) {
        content.add(UInt64(bitPattern: Int64(read.day) &* 86_400 &+ Int64(read.seconds)))
      } else {
        content.add(time)
      }
    }
    if own == nil {
      let lasting = content.lastingDigest()
      identity.update(lasting.low)
      identity.update(lasting.high)
    }
    // A short answer without identifier and time cannot be told from another person's.
    let isComparable = isLong || own != nil || time != nil
    return (
      false,
      isComparable
        ? RecordDigest(
          content: content.digest(seed: contentSeed),
          isContentOnly: isLong && !setup.countsSameWords)
        : nil,
      identity.finish().low
    )
  }

  /// Whether a value is a word of a tool's, in whatever case: `False` and `FALSE` are the same.
  private static func isSame(_ value: UnsafeBufferPointer<UInt8>, _ word: [UInt8]) -> Bool {
    value.count == word.count
      && zip(value, word).allSatisfy { (0x41...0x5A).contains($0) ? $0 | 0x20 == $1 : $0 == $1 }
  }

  /// Whether a record is the header once more, as in two exports that somebody put together.
  private func isHeader(_ record: Int, _ batch: RecordBatch, _ setup: Setup) -> Bool {
    // The first cell is nearly always another, and its length is enough to see that.
    guard !setup.headerCells.isEmpty else { return false }
    return setup.headerCells.allSatisfy { column, name in
      let value = batch.value(column: column, record: record)
      return value.count == name.count && value.elementsEqual(name)
    }
  }

  private func firstFilled(
    _ columns: [Int], _ batch: RecordBatch, _ record: Int
  ) -> UnsafeBufferPointer<UInt8>? {
    for column in columns {
      let value = batch.value(column: column, record: record)
      if !value.isEmpty { return value }
    }
    return nil
  }

  /// Adds a viewpoint when the answer says something.
  private func addViewpoint(
    _ original: UnsafeBufferPointer<UInt8>, _ question: Int, _ results: inout ProcessedRecords
  ) -> Bool {
    guard case .text = refiner.refine(original, into: &results.texts) else {
      results.texts.discardOpen()
      return false
    }
    results.texts.close()
    if refiner.didEdit {
      packed.removeAll(keepingCapacity: true)
      PackedEdits.pack(refiner.edits, into: &packed)
      packed.withUnsafeBufferPointer { results.edits.extend($0) }
    }
    results.edits.close()
    if refiner.didMask {
      packed.removeAll(keepingCapacity: true)
      PackedMasks.pack(refiner.maskedSpans, into: &packed)
      for span in refiner.maskedSpans { results.maskedKinds.append(span.kind) }
      packed.withUnsafeBufferPointer { results.masks.extend($0) }
    }
    results.masks.close()
    results.maskedEnds.append(Int32(results.maskedKinds.count))
    results.viewpointQuestions.append(Int32(question))
    return true
  }

  private func readGroups(
    _ record: Int, _ batch: RecordBatch, _ setup: Setup, _ start: Int,
    _ results: inout ProcessedRecords
  ) {
    for (column, dimension) in setup.background {
      switch classifiers[dimension].classify(batch.value(column: column, record: record)) {
      case .group(let group): results.groups[start + dimension] = group
      case .notSaid: break
      case .unknown: results.unknownAnswers.append((record, dimension))
      }
    }
  }

  private func asksForAnonymity(_ record: Int, _ batch: RecordBatch, _ setup: Setup) -> Bool {
    setup.anonymity.contains { column, answers in
      let value = batch.value(column: column, record: record)
      return answers.contains { value.starts(with: $0) }
    }
  }

  private func isOrganisation(_ record: Int, _ batch: RecordBatch, _ setup: Setup) -> Bool {
    setup.organisation.contains { column, answers in
      let value = batch.value(column: column, record: record)
      return !value.isEmpty && answers.contains { value.elementsEqual($0) }
    }
  }

  private func timesSaid(_ record: Int, _ batch: RecordBatch, _ setup: Setup) -> Int32 {
    guard let column = setup.layout.times else { return 1 }
    return Int32(batch.string(column: column, record: record)) ?? 1
  }

  private func setup(for source: OpenedSource) -> Setup {
    if let sourceSetup, sourceSetup.source === source { return sourceSetup.setup }
    let profile = source.file.profile
    let setup = Setup(
      layout: source.layout,
      timeReader: TimeReader(order: source.file.declaration.dateOrder ?? profile.dateOrder),
      sentinels: profile.timeSentinels.map { Array($0.utf8) },
      ids: [source.layout.id].compactMap(\.self) + source.layout.otherIDs,
      headerCells: Self.headerCells(source.layout),
      times: [source.layout.time].compactMap(\.self) + source.layout.otherTimes,
      anonymity: source.layout.anonymity.map { ($0.index, $0.answers.map { Array($0.utf8) }) },
      incomplete: source.layout.incomplete.map {
        ($0.index, $0.answers.map { Array($0.lowercased().utf8) })
      },
      organisation: source.layout.organisation.map {
        ($0.index, $0.answers.map { Array($0.utf8) })
      },
      texts: source.layout.text.map(\.index), closed: source.layout.closed.map(\.index),
      background: source.layout.background.compactMap { column in
        shape.dimensions.firstIndex { $0.id == column.name }.map { (column.index, $0) }
      },
      contentStart: Self.contentStart(source.file), identityStart: identityStart(source.file),
      isNotes: profile.container == .notes,
      countsSameWords: source.file.declaration.countsSameWords)
    sourceSetup = (source, setup)
    return setup
  }

  private static func contentStart(_ file: SourceFile) -> [UInt8] {
    var content = RecordContent()
    // The same words from two meetings are two notes.
    for field in [file.declaration.channel, file.profile.container == .notes ? file.path : ""] {
      var field = field
      field.withUTF8 { content.add($0) }
      content.endField()
    }
    return Array(content.bytes)
  }

  private func identityStart(_ file: SourceFile) -> ContentHasher {
    var identity = ContentHasher(key: idKey)
    var channel = file.declaration.channel
    channel.withUTF8 { identity.update($0) }
    identity.endField()
    return identity
  }

  private static func headerCells(_ layout: SourceLayout) -> [(column: Int, name: [UInt8])] {
    let cells = layout.fileNames.sorted { $0.key < $1.key }.map {
      (column: $0.key, name: Array($0.value.utf8))
    }
    return cells.count > 1 ? cells : []
  }

  /// A single value refined and masked, as a run does it.
  static func refined(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let refiner = TextRefiner()
    var column = ByteColumn()
    _ = refiner.refine(bytes, into: &column)
    column.close()
    return column.string(at: 0)
  }
}
