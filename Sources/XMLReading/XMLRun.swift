import Records

// Moves pieces of text from the stream to the parser until either is at its end, and gathers
// what they say.
final class XMLRun {
  private(set) var isFinished = false
  // What was found so far, in the order in which it was found.
  private(set) var problems: [RecordProblem] = []

  private let stream: XMLTextStream
  private let parser: SAXParser
  private var noticed = 0

  init(_ stream: XMLTextStream, _ parser: SAXParser) {
    self.stream = stream
    self.parser = parser
  }

  // Why the reading stopped before the end of the file.
  private(set) var failure: RecordProblem?

  // One piece; `false` when there are no more.
  func step() throws(SourceError) -> Bool {
    guard !isFinished else { return false }
    let piece: UnsafeBufferPointer<UInt8>
    do {
      piece = try stream.next()
    } catch {
      isFinished = true
      throw error
    }
    gatherNotices()
    if let refusal = stream.failure {
      fail(refusal)
    } else if piece.isEmpty {
      parser.end()
      isFinished = true
    } else {
      parser.feed(piece)
    }
    if let problem = parser.failure, failure == nil { fail(explain(problem)) }
    if isFinished {
      stream.finish()
      gatherNotices()
      if let failure { problems.append(failure) }
    }
    return !isFinished
  }

  private func fail(_ problem: RecordProblem) {
    isFinished = true
    failure = problem
  }

  private func gatherNotices() {
    problems.append(contentsOf: stream.notices[noticed...])
    noticed = stream.notices.count
  }

  private func explain(_ problem: RecordProblem) -> RecordProblem {
    if parser.stoppedAtBrokenCharacter {
      return stream.brokenCharacter(line: problem.line ?? 1)
    }
    guard problem.kind == .notWellFormed else { return problem }
    // Where the root element has ended, the parser does not look at characters.
    if let cause = stream.undecodable(to: problem.line ?? 1) { return cause }
    guard isHTML else { return problem }
    var explained = problem
    explained.detail = "an HTML page; " + (problem.detail ?? "")
    return explained
  }

  // A page that a server gave instead of the file, often an error page.
  private var isHTML: Bool {
    let text = String(decoding: stream.head, as: UTF8.self).lowercased()
    return text.contains("<html") || text.contains("<!doctype html")
  }
}
