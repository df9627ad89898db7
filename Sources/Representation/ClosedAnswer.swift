/// How many of each cell gave a certain answer to a closed question (*fast svarsalternativ*).
public struct ClosedAnswer: Sendable, Equatable {
  /// How many of each cell gave the answer.
  public let yes: [Int]
  /// How many of each cell answered the question at all.
  public let answered: [Int]

  /// Makes an answer, or `nil` when the counts contradict each other or nobody answered.
  ///
  /// - Parameters:
  ///   - yes: How many gave the answer, for each cell of the sample.
  ///   - answered: How many answered the question; all of the cell when it is left out.
  ///   - sample: The respondents.
  public init?(yes: [Int], answered: [Int]? = nil, of sample: RakingSample) {
    let counts = sample.cells.map(\.count)
    let answered = answered ?? counts
    guard yes.count == counts.count, answered.count == counts.count else { return nil }
    guard counts.indices.allSatisfy({ 0 <= yes[$0] && yes[$0] <= answered[$0] }) else { return nil }
    guard counts.indices.allSatisfy({ answered[$0] <= counts[$0] }) else { return nil }
    guard answered.contains(where: { $0 > 0 }), sample.count < .max else { return nil }
    self.yes = yes
    self.answered = answered
  }

  /// Counts the answers of respondents given as columns, or `nil` when nobody answered.
  ///
  /// - Parameters:
  ///   - answers: Whether each respondent gave the answer; `nil` for who did not answer.
  ///   - columns: The columns that the sample was made from.
  ///   - sample: The respondents.
  ///   - margins: The margins that the sample was made for.
  /// - Throws: ``RakingRefusal`` when the columns do not fit.
  public init?(
    _ answers: [Bool?], columns: [[UInt8]], of sample: RakingSample, margins: [RakingMargin]
  ) throws(RakingRefusal) {
    let counter = CellCounter(margins)
    let yes = try counter.tally(sample.cells, columns, where: answers.map { $0 == true })
    let answered = try counter.tally(sample.cells, columns, where: answers.map { $0 != nil })
    self.init(yes: yes, answered: answered, of: sample)
  }
}
