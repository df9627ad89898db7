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
  private var byDay: [Int: [Int]] = [:]

  init(_ shape: FigureShape) {
    self.shape = shape
    figures = CountedFigures(shape)
  }

  /// Begins a submission.
  ///
  /// `groups` has one byte for each dimension: 0 not said, else the group.
  mutating func begin(
    number: PublicNumber, channel: Int, activity: Int?, day: Int?, isParaphrase: Bool,
    isAnonymous: Bool
  ) {
    self.channel = channel
    self.number = number.value
    countsPersons = shape.channels[channel].countsPersons
    figures.byChannel[channel] += 1
    if let activity { figures.byActivity[activity] += 1 }
    if let day {
      byDay[day, default: Array(repeating: 0, count: shape.channels.count)][channel] += 1
    } else {
      figures.withoutDay[channel] += 1
    }
    if isParaphrase { figures.paraphrases += 1 }
    if isAnonymous { figures.anonymous += 1 }
    themes.removeAll(keepingCapacity: true)
    groupSlots.removeAll(keepingCapacity: true)
  }

  /// Notes that the submission's answer puts it in a group (from 1) or says nothing (0).
  mutating func group(dimension: Int, value: UInt8) {
    let slot = shape.dimensionStarts[dimension] + Int(value)
    figures.groups[channel][slot] += 1
    // A sensitive answer is counted for itself only, never together with anything else.
    if !shape.dimensions[dimension].isSensitive { groupSlots.append(slot) }
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
    for theme in themes {
      let theme = Int(theme)
      figures.themeSubmissions[theme] += 1
      keepExample(theme)
      if countsPersons {
        for slot in groupSlots { figures.themeGroups[theme][slot] += 1 }
      }
    }
  }

  /// Sums days to weeks; call when everything is counted.
  mutating func finish() -> CountedFigures {
    for (day, counts) in byDay {
      guard let week = CalendarDate(daysSince1970: day)?.isoWeek else { continue }
      let key = week.year * 100 + week.week
      var sums = figures.byWeek[key] ?? Array(repeating: 0, count: shape.channels.count)
      for (channel, count) in counts.enumerated() { sums[channel] += count }
      figures.byWeek[key] = sums
    }
    byDay = [:]
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
