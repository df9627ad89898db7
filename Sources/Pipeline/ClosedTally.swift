/// What was counted for one closed question of one channel.
///
/// The unit is submissions. One that chose several answers counts once for each of them and
/// once as answered.
struct ClosedTally: Equatable, Sendable {
  /// The number of different answers above which a question is no closed question, and its
  /// answers are not counted one by one.
  static let mostOptions = 40

  /// The channel's place.
  let channel: Int
  /// The name of the column or the path.
  let name: String
  /// Submissions of sources that ask the question, without those of organisations.
  var asked = 0
  /// Submissions of organisations; their answers are not counted with people's.
  var organisations = 0
  /// Submissions with an answer.
  var answered = Option(answer: [], slots: 0, cells: 0)
  /// The answers; sorted by their bytes when counting is finished.
  var options: [Option] = []
  /// Whether there are more different answers than ``mostOptions``.
  var isOpen = false

  /// Submissions that have one thing in common.
  struct Option: Equatable, Sendable {
    /// The answer, normalised and masked.
    let answer: [UInt8]
    /// The number of submissions.
    var count = 0
    /// The same by dimension and group, in channels that count persons.
    var groups: [Int]
    /// The same by cell, in channels that count persons.
    var cells: [Int]

    init(answer: [UInt8], slots: Int, cells: Int) {
      self.answer = answer
      groups = Array(repeating: 0, count: slots)
      self.cells = Array(repeating: 0, count: cells)
    }

    /// Adds the counts of another answer.
    mutating func add(_ other: Option) {
      count += other.count
      for index in groups.indices { groups[index] += other.groups[index] }
      for index in cells.indices { cells[index] += other.cells[index] }
    }
  }
}
