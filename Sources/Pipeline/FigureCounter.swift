import DialogueModel

/// Counts accepted submissions one after another; the same code counts while reading and when
/// a run is verified.
struct FigureCounter {
  private(set) var figures: CountedFigures
  private let shape: FigureShape

  private var channel = 0
  private var countsPersons = false
  private var number: UInt32 = 0
  /// The themes of the submission's viewpoints, each once.
  private(set) var themes: [UInt16] = []
  private var groupSlots: [Int] = []
  /// Submissions by day and channel, from the day ``firstDay`` on; other days beside it.
  private var days: [Int] = []
  private var firstDay = 0
  private var otherDays: [Int: [Int]] = [:]
  /// Submissions by channel, dimension and group.
  private var groups: [Int]
  /// Submissions by theme, dimension and group.
  private var themeGroups: [Int]
  /// For each theme, the number that an example must be below.
  private var exampleLimits: [UInt32]
  private var activity: Int?
  private var cell = 0
  private var isOrganisation = false
  private var closed: ClosedCounter

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
    groups = Array(repeating: 0, count: shape.channels.count * shape.groupCounters)
    themeGroups = Array(repeating: 0, count: shape.themes.count * shape.groupCounters)
    exampleLimits = Array(repeating: .max, count: shape.themes.count)
    closed = ClosedCounter(shape)
  }

  /// The place of a closed question; the same column in two sources of a channel is one question.
  mutating func question(channel: Int, name: String) -> Int {
    closed.question(channel: channel, name: name)
  }

  /// Names the closed questions that the submissions from now on are asked: those of their source.
  mutating func ask(_ questions: [Int]) { closed.ask(questions) }

  /// Begins a submission.
  mutating func begin(
    number: PublicNumber, channel: Int, activity: Int?, day: Int?, isParaphrase: Bool,
    isAnonymous: Bool, isOrganisation: Bool
  ) {
    self.channel = channel
    self.number = number.value
    self.activity = activity
    self.isOrganisation = isOrganisation
    cell = 0
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
    groups[channel * shape.groupCounters + slot] += 1
    // A sensitive answer is counted for itself only, never together with anything else.
    if !span.isSensitive { groupSlots.append(slot) }
  }

  /// Adds an answer to a closed question; the same answer twice counts once, and an
  /// organisation's not at all.
  mutating func closed(question: Int, answer: UnsafeBufferPointer<UInt8>) {
    guard !isOrganisation else { return }
    closed.add(answer, to: question)
  }

  /// Adds a viewpoint with its themes, each named once.
  mutating func viewpoint(themes found: [UInt16]) {
    viewpoint(themes: found, at: found.indices)
  }

  /// Adds a viewpoint whose themes stand at some places of a list.
  mutating func viewpoint(themes found: [UInt16], at places: Range<Int>) {
    figures.viewpoints += 1
    figures.tags += places.count
    for place in places {
      let theme = found[place]
      figures.themeViewpoints[Int(theme)] += 1
      if !themes.contains(theme) { themes.append(theme) }
    }
    if places.isEmpty { figures.untagged += 1 }
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
    if isOrganisation {
      closed.endOrganisation()
    } else {
      closed.end(slots: groupSlots, cell: countsPersons ? cell : nil)
    }
    for theme in themes {
      let theme = Int(theme)
      figures.themeSubmissions[theme] += 1
      if number < exampleLimits[theme] { keepExample(theme) }
      if countsPersons {
        let start = theme * shape.groupCounters
        for slot in groupSlots { themeGroups[start + slot] += 1 }
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
    for channel in figures.groups.indices {
      figures.groups[channel] = Array(groups[channel * counters..<(channel + 1) * counters])
    }
    figures.closed = closed.finish()
    return figures
  }

  private mutating func keepExample(_ theme: Int) {
    let place = figures.themeExamples[theme].firstIndex { $0 > number }
    let kept = figures.themeExamples[theme].count
    figures.themeExamples[theme].insert(number, at: place ?? kept)
    if kept == Self.examples { figures.themeExamples[theme].removeLast() }
    if kept >= Self.examples - 1, let largest = figures.themeExamples[theme].last {
      exampleLimits[theme] = largest
    }
  }

  private static let examples = 3
}
