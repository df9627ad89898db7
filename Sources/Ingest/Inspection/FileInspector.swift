import DialogueModel
import Records

/// Says what a file is: its encoding and the evidence for it, its dialect, the tool that wrote it,
/// and what its columns look like.
///
/// ```swift
/// let inspector = FileInspector(profiles: profiles, dimensions: targetGroups)
/// let file = inspector.inspect(path: "inputs/webbenkat.csv")
/// file.encoding.name   // "utf-8"
/// file.tool.name       // "LimeSurvey"
/// file.columns[0].role // .id
/// ```
///
/// Header rows, tool and kind are told from the content, never from the file's name. No value of
/// a cell is kept: what is said of values is how many there are and what form they have. Columns
/// with personal data are only counted. Memory does not grow with the file.
public struct FileInspector: Sendable {
  private let recognition: ToolRecognition
  private let answers: AnswerIndex

  /// Makes an inspector.
  ///
  /// - Parameters:
  ///   - profiles: The profiles of the tools that can be recognised.
  ///   - dimensions: The target groups whose answers show that a column asks for a group.
  public init(profiles: [SourceProfile], dimensions: [TargetGroupDimension] = []) {
    recognition = ToolRecognition(profiles: profiles)
    answers = AnswerIndex(dimensions)
  }

  /// Looks at one file.
  ///
  /// What is wrong with the file is in its findings, also when it is not there.
  ///
  /// - Parameters:
  ///   - path: The path to open.
  ///   - name: The path as it is shown; the path to open when it is `nil`.
  /// - Returns: What the file is; of a file that cannot be read, that alone.
  public func inspect(path: String, shownAs name: String? = nil) -> InspectedFile {
    var file = InspectedFile(path: name ?? path)
    do {
      try look(&file, at: path)
    } catch {
      let isMissing = error.code == 2  // ENOENT
      file.findings.append(
        Finding(
          isMissing ? .fileMissing : .fileUnreadable, at: Place(file: file.path),
          isMissing ? "the file is not there" : "the file cannot be read: \(error.reason)",
          consequence: "Nothing can be said of it.",
          remedy: "Correct the path, or see that the file may be read."))
    }
    return file
  }

  private func look(_ file: inout InspectedFile, at path: String) throws(SourceError) {
    let input = try InputFile(path: path)
    guard let size = input.size else {
      throw SourceError(operation: "open", code: 29, reason: "it is no regular file")
    }
    file.size = size
    guard size > 0 else {
      file.container = "empty"
      file.encoding = InspectedFile.Encoding(name: nil, evidence: "the file is empty")
      file.sha256 = try FileHash(input).finish()
      file.findings.append(
        Finding(
          .fileEmpty, at: Place(file: file.path), "the file has no bytes",
          consequence: "It gives no submissions.", remedy: "Export the answers again."))
      return
    }
    let head = try FileHead(path: path)
    if head.isXML {
      let xml = XMLInspection(recognition: recognition, answers: answers)
      return try xml.inspect(&file, at: path, input, head)
    }
    let found = try EncodingDetector().detect(input)
    file.encoding = InspectedFile.Encoding(
      name: found.encoding?.name, evidence: found.evidence)
    guard let encoding = found.encoding else {
      file.sha256 = try FileHash(input).finish()
      refuse(&file, found, head)
      return
    }
    if NotesInspection.isNote(head) {
      return try NotesInspection().inspect(&file, input, found, encoding)
    }
    let csv = CSVInspection(recognition: recognition, answers: answers)
    try csv.inspect(&file, at: path, input, found, encoding)
  }

  private func refuse(_ file: inout InspectedFile, _ found: EncodingFinding, _ head: FileHead) {
    guard let kind = found.binaryKind else {
      file.container = "text"
      file.findings += found.problems.map {
        ProblemWords.finding($0, file: file.path, record: nil)
      }
      return
    }
    file.container = head.officeKind(kind)
    file.findings.append(
      Finding(
        .fileBinary, at: Place(file: file.path),
        "the file is not text but: \(file.container)", consequence: "It cannot be a source.",
        remedy: "Export it as CSV or XML and name that file."))
  }
}
