import Archives
import DialogueModel
import Records

/// Says what a file is: its encoding and the evidence for it, its dialect, the tool that wrote it,
/// and what its columns look like.
///
/// ```swift
/// let inspector = FileInspector(profiles: profiles, dimensions: targetGroups)
/// let file = inspector.inspect(path: "inputs/webbenkat.csv")[0]
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
  private let scope: InspectionScope

  /// Makes an inspector.
  ///
  /// - Parameters:
  ///   - profiles: The profiles of the tools that can be recognised.
  ///   - dimensions: The target groups whose answers show that a column asks for a group.
  ///   - scope: How much of a file is looked at.
  public init(
    profiles: [SourceProfile], dimensions: [TargetGroupDimension] = [],
    scope: InspectionScope = InspectionScope()
  ) {
    recognition = ToolRecognition(profiles: profiles)
    answers = AnswerIndex(dimensions)
    self.scope = scope
  }

  /// Looks at one file, or at every file of a zip archive.
  ///
  /// What is wrong with the file is in its findings, also when it is not there.
  ///
  /// - Parameters:
  ///   - path: The path to open.
  ///   - name: The path as it is shown; the path to open when it is `nil`.
  /// - Returns: What the file is, or what each file in the archive is; of a file that cannot be
  ///   read, that alone.
  public func inspect(path: String, shownAs name: String? = nil) -> [InspectedFile] {
    let shown = name ?? path
    do {
      if let members = try ArchiveListing(limits: scope.limits).members(of: path) {
        if members.isEmpty { return [emptyArchive(shown, path)] }
        let shelf = ArchiveShelf()
        return members.map { inspect(path, member: $0, shown: shown + "/" + $0, shelf: shelf) }
      }
    } catch {
      var file = unread(shown, path)
      file.container = "zip archive"
      file.findings.append(ArchiveWords.finding(error, file: shown))
      return [file]
    }
    return [inspect(path, member: nil, shown: shown, shelf: ArchiveShelf())]
  }

  /// Looks at what comes through standard input, to its end.
  public func inspectStandardInput(shownAs name: String) -> [InspectedFile] {
    do {
      // It is read more than once, so it is stored first; the file has no name and is gone after.
      let stored = try Spool.stored(bytesOf: 0, limit: scope.limits.unpackedBytes)
      return inspect(path: stored.descriptorPath, shownAs: name)
    } catch {
      var file = InspectedFile(path: name)
      file.findings.append(ArchiveWords.finding(error, file: name))
      return [file]
    }
  }

  private func inspect(
    _ path: String, member: String?, shown: String, shelf: ArchiveShelf
  ) -> InspectedFile {
    var file = InspectedFile(path: shown)
    file.member = member
    do throws(SourceError) {
      let stored = try InputFile(path: path)
      guard let size = stored.size else {
        throw SourceError(operation: "open", code: 29, reason: "it is no regular file")
      }
      file.size = size
      guard size > 0 else {
        try concludeEmpty(&file, stored)
        return file
      }
      let input: SourceInput
      do {
        input = try SourceInput(
          stored, path: path, member: member, limits: scope.limits, shelf: shelf)
      } catch {
        file.container = "archive"
        file.sha256 = try FileHash(stored).finish()
        file.findings.append(ArchiveWords.finding(error, file: shown))
        return file
      }
      file.packing = input.packing
      if !input.isPlainOnDisk { file.size = input.file.size ?? size }
      try look(&file, input)
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

  private func look(_ file: inout InspectedFile, _ input: SourceInput) throws(SourceError) {
    if let finding = ArchiveWords.notRead(input.kind, file: file.path) {
      file.container = ContainerNames.name(input.kind)
      file.sha256 = try input.hash().hash.finish()
      file.encoding = InspectedFile.Encoding(name: nil, evidence: "not text")
      file.findings.append(finding)
      return
    }
    switch input.kind {
    case .xlsx, .ods:
      let sheets = SheetInspection(recognition: recognition, answers: answers, scope: scope)
      return try sheets.inspect(&file, input)
    case .zip, .gzip:
      file.container = ContainerNames.name(input.kind)
      file.sha256 = try input.hash().hash.finish()
      file.findings.append(
        Finding(
          .archiveUnreadable, at: Place(file: file.path), "it is an archive in an archive",
          consequence: "It is not looked into.", remedy: "Unpack the outer one first."))
      return
    default: break
    }
    guard input.file.size != 0 else { return try concludeEmpty(&file, input.stored) }
    let head = try FileHead(path: input.path)
    if head.isXML {
      let xml = XMLInspection(recognition: recognition, answers: answers, scope: scope)
      return try xml.inspect(&file, input, head)
    }
    let found = try EncodingDetector().detect(input.file)
    file.encoding = InspectedFile.Encoding(found)
    guard let encoding = found.encoding else {
      file.sha256 = try input.hash().hash.finish()
      refuse(&file, found, head)
      return
    }
    if NotesInspection.isNote(head) {
      return try NotesInspection().inspect(&file, input, found, encoding)
    }
    let csv = CSVInspection(recognition: recognition, answers: answers, scope: scope)
    try csv.inspect(&file, input, found, encoding)
  }

  private func concludeEmpty(
    _ file: inout InspectedFile, _ stored: InputFile
  ) throws(SourceError) {
    file.container = "empty"
    file.encoding = InspectedFile.Encoding(name: nil, evidence: "the file is empty")
    file.sha256 = try FileHash(stored).finish()
    file.findings.append(
      Finding(
        .fileEmpty, at: Place(file: file.path), "the file has no bytes",
        consequence: "It gives no submissions.", remedy: "Export the answers again."))
  }

  private func emptyArchive(_ shown: String, _ path: String) -> InspectedFile {
    var file = unread(shown, path)
    file.container = "zip archive"
    file.findings.append(
      Finding(
        .fileEmpty, at: Place(file: shown), "the archive has no file in it",
        consequence: "It gives no submissions.", remedy: "Export the answers again."))
    return file
  }

  // A file of which no more is known than that it is there.
  private func unread(_ shown: String, _ path: String) -> InspectedFile {
    var file = InspectedFile(path: shown)
    if let stored = try? InputFile(path: path) {
      file.size = stored.size ?? 0
      file.sha256 = try? FileHash(stored).finish()
    }
    return file
  }

  private func refuse(_ file: inout InspectedFile, _ found: EncodingFinding, _ head: FileHead) {
    guard let kind = found.binaryKind else {
      file.container = "text"
      file.findings += found.problems.map {
        ProblemWords.finding($0, file: file.path, record: nil)
      }
      return
    }
    file.container = kind
    file.findings.append(
      Finding(
        .fileBinary, at: Place(file: file.path),
        "the file is not text but: \(file.container)", consequence: "It cannot be a source.",
        remedy: "Export it as CSV or XML and name that file."))
  }
}
