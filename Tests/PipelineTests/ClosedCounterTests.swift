import DialogueModel
import Testing

@testable import Pipeline

/// Closed answers are counted as sets of submissions would count them.
@Suite struct ClosedCounterTests {
  private static let shape = FigureShape(
    channels: [
      Channel(id: "a", label: "a", countsPersons: true), Channel(id: "b", label: "b"),
    ], activities: [],
    dimensions: [
      TargetGroupDimension(
        id: "age", label: "age",
        groups: (1...3).map { TargetGroup(id: "\($0)", label: "\($0)") })
    ], themes: [], idPrefix: "HD", weighted: ["age"])

  private struct Submission {
    var isOrganisation: Bool
    var group: Int
    /// The place of the question, and the answer.
    var answers: [(question: Int, answer: [UInt8])]
  }

  /// What the answers of some submissions are, by the definition and slowly.
  private static func tally(
    _ question: Int, channel: Int, name: String, of submissions: [Submission]
  ) -> ClosedTally {
    var tally = ClosedTally(channel: channel, name: name)
    let persons = submissions.filter { !$0.isOrganisation }
    tally.asked = persons.count
    tally.organisations = submissions.count - persons.count
    func option(_ answer: [UInt8], _ given: [Submission]) -> ClosedTally.Option {
      let counts = shape.channels[channel].countsPersons
      var option = ClosedTally.Option(
        answer: answer, slots: counts ? shape.groupCounters : 0,
        cells: counts ? shape.cellCount : 0)
      option.count = given.count
      for submission in given where counts {
        option.groups[submission.group] += 1
        option.cells[submission.group] += 1
      }
      return option
    }
    func answers(_ submission: Submission) -> [[UInt8]] {
      submission.answers.filter { $0.question == question }.map(\.answer)
    }
    tally.answered = option([], persons.filter { !answers($0).isEmpty })
    let different = Set(persons.flatMap(answers))
    tally.isOpen = different.count > ClosedTally.mostOptions
    if !tally.isOpen {
      tally.options = different.sorted { $0.lexicographicallyPrecedes($1) }
        .map { answer in option(answer, persons.filter { answers($0).contains(answer) }) }
    }
    return tally
  }

  /// From two answers to more than are counted one by one, of one byte to many.
  @Test(arguments: [(2, 1), (5, 7), (40, 8), (41, 9), (300, 20), (60, 300)])
  func `answers are counted once for each submission`(different: Int, length: Int) {
    var state = UInt64(different * 1000 + length)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for channel in 0...1 {
      var counter = FigureCounter(Self.shape)
      let places = ["one", "two"].map { counter.question(channel: channel, name: $0) }
      #expect(places == [0, 1] && counter.question(channel: channel, name: "two") == 1)
      counter.ask(places)
      var submissions: [Submission] = []
      for number in 0..<400 {
        let submission = Submission(
          isOrganisation: next(5) == 0, group: next(4),
          answers: (0..<next(5)).map { _ in
            // Long answers have the same beginning.
            let text = "\(String(repeating: "x", count: next(2) * length))\(next(different))"
            return (next(2), Array(text.utf8))
          })
        submissions.append(submission)
        counter.begin(
          number: PublicNumber(value: UInt32(number)), channel: channel, activity: nil, day: nil,
          isParaphrase: false, isAnonymous: false, isOrganisation: submission.isOrganisation)
        counter.group(dimension: 0, value: UInt8(submission.group))
        for (question, answer) in submission.answers {
          answer.withUnsafeBufferPointer { counter.closed(question: question, answer: $0) }
        }
        counter.end()
      }
      let figures = counter.finish()
      #expect(figures.closed.count == 2)
      for (place, name) in ["one", "two"].enumerated() {
        #expect(
          figures.closed[place]
            == Self.tally(place, channel: channel, name: name, of: submissions))
      }
    }
  }
}
