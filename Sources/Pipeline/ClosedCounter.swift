/// Counts the answers to closed questions while submissions come one after another.
///
/// All counts of a question are in one array of rows: the first for whoever answered, then one for
/// each answer. An array in an array in an array would be asked at each count whether it is
/// shared, which took longer than the counting.
struct ClosedCounter {
  private let shape: FigureShape
  private var questions: [Question] = []
  /// The places of the questions that submissions are asked now, and how many were since then.
  private var asked: [Int] = []
  private var persons = 0
  private var organisations = 0
  /// The answers of the submission, each once.
  private var chosen: [Choice] = []

  private struct Choice {
    let question: Int
    /// The answer's place, or `nil` when the question's answers are not counted one by one.
    var option: Int?
    /// Whether it is the submission's first answer to the question.
    let isFirst: Bool
  }

  init(_ shape: FigureShape) { self.shape = shape }

  /// The place of a question; the same column in two sources of a channel is one question.
  mutating func question(channel: Int, name: String) -> Int {
    if let place = questions.firstIndex(where: { $0.channel == channel && $0.name == name }) {
      return place
    }
    let counts = shape.channels[channel].countsPersons
    questions.append(
      Question(
        channel: channel, name: name, slots: counts ? shape.groupCounters : 0,
        cells: counts ? shape.cellCount : 0))
    return questions.count - 1
  }

  /// Names the questions that the submissions from now on are asked.
  mutating func ask(_ places: [Int]) {
    for place in asked {
      questions[place].asked += persons
      questions[place].organisations += organisations
    }
    asked = places
    persons = 0
    organisations = 0
  }

  /// Adds an answer of the submission; the same answer twice counts once.
  mutating func add(_ answer: UnsafeBufferPointer<UInt8>, to question: Int) {
    guard !questions[question].isOpen else {
      choose(question, nil)
      return
    }
    if let option = questions[question].option(answer) {
      choose(question, option)
    } else {
      // Too many different answers: from here on none is counted by itself.
      for place in chosen.indices where chosen[place].question == question {
        chosen[place].option = nil
      }
      choose(question, nil)
    }
  }

  private mutating func choose(_ question: Int, _ option: Int?) {
    var isFirst = true
    for choice in chosen where choice.question == question {
      if choice.option == option { return }
      isFirst = false
    }
    chosen.append(Choice(question: question, option: option, isFirst: isFirst))
  }

  /// Ends the submission of an organisation, whose answers are not counted.
  mutating func endOrganisation() {
    organisations += 1
    chosen.removeAll(keepingCapacity: true)
  }

  /// Ends a submission; `cell` is `nil` in a channel that does not count persons.
  mutating func end(slots: [Int], cell: Int?) {
    persons += 1
    for choice in chosen {
      questions[choice.question].count(
        option: choice.option, isFirst: choice.isFirst, slots: slots, cell: cell)
    }
    chosen.removeAll(keepingCapacity: true)
  }

  /// What was counted, with the answers in the order of their bytes.
  mutating func finish() -> [ClosedTally] {
    ask([])
    return questions.map(\.tally)
  }
}

/// One question, and the counts of its answers.
private struct Question {
  let channel: Int
  let name: String
  var asked = 0
  var organisations = 0
  private(set) var isOpen = false

  private let slots: Int
  private let cells: Int
  /// The counts of a row: submissions, the same by dimension and group, and by cell.
  private let width: Int
  private var counts: [Int]
  private var answers: [[UInt8]] = []
  /// The answers in brief; see ``brief(_:)``.
  private var briefs: [UInt64] = []

  init(channel: Int, name: String, slots: Int, cells: Int) {
    self.channel = channel
    self.name = name
    self.slots = slots
    self.cells = cells
    width = 1 + slots + cells
    counts = Array(repeating: 0, count: width)
  }

  /// The place of an answer, which is added when it is new; `nil` when the question is open now.
  mutating func option(_ answer: UnsafeBufferPointer<UInt8>) -> Int? {
    let brief = Self.brief(answer)
    for place in briefs.indices where briefs[place] == brief {
      if answer.count <= Self.briefLength || answers[place].elementsEqual(answer) { return place }
    }
    guard answers.count < ClosedTally.mostOptions else {
      isOpen = true
      answers = []
      briefs = []
      counts = Array(counts[..<width])
      return nil
    }
    answers.append(Array(answer))
    briefs.append(brief)
    // A row may have thousands of cells, so no room is taken for more than there are.
    counts.reserveCapacity(counts.count + width)
    counts.append(contentsOf: repeatElement(0, count: width))
    return answers.count - 1
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

  /// Counts a submission's answer, and once the submission.
  mutating func count(option: Int?, isFirst: Bool, slots: [Int], cell: Int?) {
    if isFirst { count(row: 0, slots: slots, cell: cell) }
    if let option { count(row: option + 1, slots: slots, cell: cell) }
  }

  private mutating func count(row: Int, slots: [Int], cell: Int?) {
    let start = row * width
    let groups = start + 1
    let cells = groups + self.slots
    var counts = counts.mutableSpan
    counts[start] += 1
    guard let cell else { return }
    for slot in slots { counts[groups + slot] += 1 }
    counts[cells + cell] += 1
  }

  var tally: ClosedTally {
    var tally = ClosedTally(channel: channel, name: name)
    tally.asked = asked
    tally.organisations = organisations
    tally.isOpen = isOpen
    tally.answered = sum(answer: [], row: 0)
    tally.options = answers.enumerated().map { sum(answer: $1, row: $0 + 1) }
      .sorted { $0.answer.lexicographicallyPrecedes($1.answer) }
    return tally
  }

  private func sum(answer: [UInt8], row: Int) -> ClosedTally.Option {
    let start = row * width
    var sum = ClosedTally.Option(answer: answer, slots: 0, cells: 0)
    sum.count = counts[start]
    sum.groups = Array(counts[start + 1..<start + 1 + slots])
    sum.cells = Array(counts[start + 1 + slots..<start + width])
    return sum
  }
}
