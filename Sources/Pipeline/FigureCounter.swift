import DialogueModel

/// Counts accepted submissions one after another; the same code counts while reading and when
/// a run is verified.
struct FigureCounter {
  private(set) var figures: CountedFigures
  private let shape: FigureShape

  private var channel = 0
  private var countsPersons = false
  private var number: UInt32 = 0
  private var themes: [UInt16] = []
  private var groupSlots: [Int] = []
  /// Submissions by day and channel, from the day ``firstDay`` on; other days beside it.
  private var days: [Int] = []
  private var firstDay = 0
  private var otherDays: [Int: [Int]] = [:]
  /// Submissions by theme, dimension and group.
  private var themeGroups: [Int]
  private var activity: Int?
  private var cell = 0
  private var isOrganisation = false
  /// The places of the closed questions that the submission's source asks.
  private var asked: [Int] = []
  /// The answers of the submission: question and option, each pair once.
  private var chosen: [(question: Int, option: Int?)] = []
  /// For each question its options in brief, in their order; see ``brief(_:)``.
  private var briefs: [[UInt64]] = []

  // What is asked of the shape for every submission.
  private let personChannels: [Bool]
  private let dimensionSpans: [(start: Int, end: Int, isSensitive: Bool)]
  private let cellSpans: [(start: Int, end: Int, step: Int)]

  init(_ shape: FigureShape) {
    self.shape = shape
    personChannels = shape.channels.map(\.countsPersons)
    let spans = zip(shape.dimensions, shape.dimensionStarts).map { dimension, start in
      (start: start, end: start + dimension.groups.count, isSensitive: dimension.isSensitive)
    }
    dimensionSpans = spans
    cellSpans = shape.cellSteps.map {
      (spans[$0.dimension].start, spans[$0.dimension].end, $0.step)
    }
    figures = CountedFigures(shape)
    themeGroups = Array(repeating: 0, count: shape.themes.count * shape.groupCounters)
  }

  /// The place of a closed question; the same column in two sources of a channel is one question.
  mutating func question(channel: Int, name: String) -> Int {
    if let place = figures.closed.firstIndex(where: { $0.channel == channel && $0.name == name }) {
      return place
    }
    var tally = ClosedTally(channel: channel, name: name)
    tally.answered = emptyOption([], channel)
    figures.closed.append(tally)
    briefs.append([])
    return figures.closed.count - 1
  }

  private func emptyOption(_ answer: [UInt8], _ channel: Int) -> ClosedTally.Option {
    let counts = shape.channels[channel].countsPersons
    return ClosedTally.Option(
      answer: answer, slots: counts ? shape.groupCounters : 0,
      cells: counts ? shape.cellCount : 0)
  }

  /// Begins a submission.
  ///
  /// `asked` are the closed questions of its source.
  mutating func begin(
    number: PublicNumber, channel: Int, activity: Int?, day: Int?, isParaphrase: Bool,
    isAnonymous: Bool, isOrganisation: Bool, asked: [Int]
  ) {
    self.channel = channel
    self.number = number.value
    self.activity = activity
    self.isOrganisation = isOrganisation
    self.asked = asked
    cell = 0
    chosen.removeAll(keepingCapacity: true)
    countsPersons = personChannels[channel] && !isOrganisation
    figures.byChannel[channel] += 1
    if isOrganisation { figures.organisations[channel] += 1 }
    if !isOrganisation, !isParaphrase {
      figures.voices[channel] += 1
      if let activity { figures.activityVoices[channel][activity] += 1 }
    }
    if let activity { figures.byActivity[activity] += 1 }
    if let day {
      count(day: day)
    } else {
      figures.withoutDay[channel] += 1
    }
    if isParaphrase { figures.paraphrases += 1 }
    if isAnonymous { figures.anonymous += 1 }
    themes.removeAll(keepingCapacity: true)
    groupSlots.removeAll(keepingCapacity: true)
  }

  /// The longest span of days that is counted in a table: ten years.
  private static let longestSpan = 3660

  private mutating func count(day: Int) {
    let width = shape.channels.count
    if days.isEmpty { firstDay = day }
    if day < firstDay, firstDay - day + days.count / width <= Self.longestSpan {
      days.insert(contentsOf: repeatElement(0, count: (firstDay - day) * width), at: 0)
      firstDay = day
    }
    guard day >= firstDay, day - firstDay < Self.longestSpan else {
      otherDays[day, default: Array(repeating: 0, count: width)][channel] += 1
      return
    }
    let place = (day - firstDay) * width
    if place >= days.count {
      days.append(contentsOf: repeatElement(0, count: place + width - days.count))
    }
    days[place + channel] += 1
  }

  /// Notes that the submission's answer puts it in a group (from 1) or says nothing (0).
  ///
  /// An organisation has no age and is in no group.
  mutating func group(dimension: Int, value: UInt8) {
    guard !isOrganisation else { return }
    let span = dimensionSpans[dimension]
    let slot = span.start + Int(value)
    figures.groups[channel][slot] += 1
    // A sensitive answer is counted for itself only, never together with anything else.
    if !span.isSensitive { groupSlots.append(slot) }
  }

  /// Adds an answer to a closed question; the same answer twice counts once, and an
  /// organisation's not at all.
  mutating func closed(question: Int, answer: UnsafeBufferPointer<UInt8>) {
    guard !isOrganisation else { return }
    guard !figures.closed[question].isOpen else {
      choose(question, nil)
      return
    }
    let brief = Self.brief(answer)
    if let place = option(question, answer, brief) {
      choose(question, place)
    } else if figures.closed[question].options.count < ClosedTally.mostOptions {
      figures.closed[question].options.append(emptyOption(Array(answer), channel))
      briefs[question].append(brief)
      choose(question, figures.closed[question].options.count - 1)
    } else {
      figures.closed[question].isOpen = true
      figures.closed[question].options = []
      briefs[question] = []
      chosen = chosen.map { $0.question == question ? (question, nil) : $0 }
      choose(question, nil)
    }
  }

  private func option(
    _ question: Int, _ answer: UnsafeBufferPointer<UInt8>, _ brief: UInt64
  ) -> Int? {
    let briefs = briefs[question]
    for place in briefs.indices where briefs[place] == brief {
      if answer.count <= Self.briefLength
        || figures.closed[question].options[place].answer.elementsEqual(answer)
      {
        return place
      }
    }
    return nil
  }

  private static let briefLength = 7

  /// An answer's length and first bytes: all of a short answer, as most are.
  private static func brief(_ answer: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var brief = UInt64(min(answer.count, 255)) << 56
    for place in 0..<min(answer.count, briefLength) {
      brief |= UInt64(answer[place]) << UInt64(8 * place)
    }
    return brief
  }

  private mutating func choose(_ question: Int, _ option: Int?) {
    if !chosen.contains(where: { $0.question == question && $0.option == option }) {
      chosen.append((question, option))
    }
  }

  /// Adds a viewpoint with its themes, each named once.
  mutating func viewpoint(themes found: some Sequence<UInt16>) {
    figures.viewpoints += 1
    var any = false
    for theme in found {
      any = true
      figures.tags += 1
      figures.themeViewpoints[Int(theme)] += 1
      if !themes.contains(theme) { themes.append(theme) }
    }
    if !any { figures.untagged += 1 }
  }

  /// Adds something that was masked.
  mutating func masked(_ kind: PersonalDataKind) { figures.masked[kind, default: 0] += 1 }

  /// Ends the submission.
  mutating func end() {
    if countsPersons {
      for span in cellSpans {
        for slot in groupSlots where slot >= span.start && slot <= span.end {
          cell += (slot - span.start) * span.step
          break
        }
      }
      figures.cells[channel][cell] += 1
    }
    if countsPersons, let activity {
      for slot in groupSlots { figures.activityGroups[channel][activity][slot] += 1 }
    }
    endClosed()
    for theme in themes {
      let theme = Int(theme)
      figures.themeSubmissions[theme] += 1
      keepExample(theme)
      if countsPersons {
        let start = theme * shape.groupCounters
        for slot in groupSlots { themeGroups[start + slot] += 1 }
      }
    }
  }

  private mutating func endClosed() {
    for question in asked {
      if isOrganisation {
        figures.closed[question].organisations += 1
      } else {
        figures.closed[question].asked += 1
      }
    }
    let cell = countsPersons ? cell : nil
    for (index, choice) in chosen.enumerated() {
      if chosen[..<index].allSatisfy({ $0.question != choice.question }) {
        figures.closed[choice.question].answered.add(slots: groupSlots, cell: cell)
      }
      if let option = choice.option {
        figures.closed[choice.question].options[option].add(slots: groupSlots, cell: cell)
      }
    }
  }

  /// Sums days to weeks, and brings answers into an order of their own; call when everything is counted.
  mutating func finish() -> CountedFigures {
    let width = shape.channels.count
    for place in stride(from: 0, to: days.count, by: width) {
      let counts = Array(days[place..<place + width])
      if counts.contains(where: { $0 > 0 }) {
        otherDays[firstDay + place / width, default: Array(repeating: 0, count: width)] =
          zip(counts, otherDays[firstDay + place / width] ?? counts.map { _ in 0 }).map(+)
      }
    }
    for (day, counts) in otherDays {
      guard let week = CalendarDate(daysSince1970: day)?.isoWeek else { continue }
      let key = week.year * 100 + week.week
      var sums = figures.byWeek[key] ?? Array(repeating: 0, count: width)
      for (channel, count) in counts.enumerated() { sums[channel] += count }
      figures.byWeek[key] = sums
    }
    days = []
    otherDays = [:]
    let counters = shape.groupCounters
    for theme in figures.themeGroups.indices {
      for slot in 0..<counters {
        figures.themeGroups[theme][slot] += themeGroups[theme * counters + slot]
      }
    }
    themeGroups = Array(repeating: 0, count: themeGroups.count)
    for question in figures.closed.indices {
      figures.closed[question].options.sort { $0.answer.lexicographicallyPrecedes($1.answer) }
    }
    return figures
  }

  private mutating func keepExample(_ theme: Int) {
    let kept = figures.themeExamples[theme].count
    if kept == 3, let largest = figures.themeExamples[theme].last, number >= largest { return }
    let place = figures.themeExamples[theme].firstIndex { $0 > number } ?? kept
    figures.themeExamples[theme].insert(number, at: place)
    if kept == 3 { figures.themeExamples[theme].removeLast() }
  }
}
