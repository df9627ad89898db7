import DialogueModel
import Records

/// Counts what a reader saw by kind, so that a file with a million faults gives a few findings.
struct ProblemTally {
  private var kinds: [RecordProblem.Kind] = []
  private var first: [RecordProblem.Kind: (problem: RecordProblem, record: Int?)] = [:]
  private var counts: [RecordProblem.Kind: Int] = [:]

  /// Counts a problem; `record` is the record's number in the file.
  mutating func add(_ problem: RecordProblem, record: Int?) {
    if first[problem.kind] == nil {
      kinds.append(problem.kind)
      first[problem.kind] = (problem, record)
    }
    counts[problem.kind, default: 0] += 1
  }

  /// Counts problems of the file as a whole, where none of their kind has a better place.
  mutating func addFileProblems(_ problems: [RecordProblem]) {
    let known = Set(kinds)
    for problem in problems where !known.contains(problem.kind) { add(problem, record: nil) }
  }

  func count(of kind: RecordProblem.Kind) -> Int { counts[kind] ?? 0 }

  func firstLine(of kind: RecordProblem.Kind) -> Int? { first[kind]?.problem.line }

  /// One finding for each kind, at the place of the first.
  func findings(file: String) -> [Finding] {
    kinds.compactMap { kind in
      guard let (problem, record) = first[kind] else { return nil }
      var finding = ProblemWords.finding(problem, file: file, record: record)
      let more = count(of: kind) - 1
      if more > 0 { finding.summary += "; \(ValueForm.number(more)) more are like it" }
      return finding
    }
  }
}
