import Archives
import DialogueModel
import Records

/// Opens source files: finds out how each is written, and gives its columns their roles.
public struct SourceOpener: Sendable {
  /// The size of the blocks that CSV files are cut into.
  public var blockSize: Int
  /// How large the files may be.
  public var limits: SourceLimits
  /// Whether the SHA-256 of the files is wanted.
  public var hashes: Bool
  private let shelf = ArchiveShelf()

  /// Makes an opener.
  public init(
    blockSize: Int = 1 << 20, limits: SourceLimits = SourceLimits(), hashes: Bool = true
  ) {
    self.hashes = hashes
    self.blockSize = blockSize
    self.limits = limits
  }

  /// Opens a file; `nil` when it cannot be used, and then a finding says why.
  public func open(
    _ file: SourceFile
  ) throws(InspelError) -> (source: OpenedSource?, findings: [Finding]) {
    let input: InputFile
    do {
      input = try InputFile(path: file.absolutePath)
    } catch {
      return (nil, [Self.cannotOpen(file, error)])
    }
    do {
      guard let size = input.size else { return (nil, [Self.noFile(file)]) }
      if size == 0 { return (nil, [Self.empty(file, "the file has no bytes")]) }
      guard size <= limits.fileBytes else { return (nil, [tooLarge(file, size)]) }
      let source: SourceInput
      do {
        source = try SourceInput(
          input, path: file.absolutePath, member: file.member, limits: limits,
          shelf: shelf, isHashed: hashes)
      } catch {
        return (nil, [ArchiveWords.finding(error, file: file.path)])
      }
      return try open(file, source)
    } catch {
      throw Self.unreadable(file, error)
    }
  }

  private func open(
    _ file: SourceFile, _ input: SourceInput
  ) throws(SourceError) -> (source: OpenedSource?, findings: [Finding]) {
    if let finding = ArchiveWords.notRead(input.kind, file: file.path) { return (nil, [finding]) }
    let isTable = file.profile.container == .csv
    switch input.kind {
    case .xlsx, .ods:
      guard isTable else { return (nil, [Self.otherKind(file, "a workbook")]) }
      return try SheetSource.open(file, input, limits: limits)
    case .zip, .gzip:
      // One archive in another; a person unpacks the outer one.
      return (nil, [Self.otherKind(file, "an archive in an archive")])
    default: break
    }
    if input.file.size == 0 { return (nil, [Self.empty(file, "the file has no bytes")]) }
    if isTable, try FileHead(path: input.path).isPage {
      return (nil, [Self.otherKind(file, "a page for a browser (HTML)")])
    }
    switch file.profile.container {
    case .csv: return try CSVSource.open(file, input, blockSize: blockSize, limits: limits)
    case .xml: return try XMLSourceFile.open(file, input, limits: limits)
    case .notes: return try NotesSource.open(file, input)
    }
  }

  private func tooLarge(_ file: SourceFile, _ size: Int) -> Finding {
    Finding(
      .limitExceeded, at: Place(file: file.path),
      "the file has \(size) bytes, and the limit is \(limits.fileBytes)",
      consequence: "The source is not read.",
      remedy: "See that it is the right file. Raise limits.fileMegabytes in dialogue.yaml if it "
        + "is.")
  }

  private static func otherKind(_ file: SourceFile, _ what: String) -> Finding {
    Finding(
      .sourceNotSubmissions, at: Place(file: file.path),
      "the file is \(what), which the profile \(file.profile.id) does not read",
      consequence: "The source is not read.",
      remedy: "Name the right profile, or save the file as its tool exports it.")
  }

  static func unreadable(_ file: SourceFile, _ error: SourceError) -> InspelError {
    InspelError(
      .fileUnreadable, "the file cannot be read to its end",
      remedy: "See that the disk is in order and that the file may be read, and run again.",
      place: Place(file: file.path), cause: error.reason)
  }

  static func cannotOpen(_ file: SourceFile, _ error: SourceError) -> Finding {
    let isMissing = error.code == 2  // ENOENT
    return Finding(
      isMissing ? .fileMissing : .fileUnreadable, at: Place(file: file.path),
      isMissing ? "the file is not there" : "the file cannot be opened: \(error.reason)",
      consequence: "The source is not read.",
      remedy: "Put the file in place, see that it may be read, or correct its path.")
  }

  static func noFile(_ file: SourceFile) -> Finding {
    Finding(
      .fileUnreadable, at: Place(file: file.path),
      "it is a pipe or a device and not a file on disk", consequence: "The source is not read.",
      remedy: "Save what it gives in a file, and name that file.")
  }

  static func empty(_ file: SourceFile, _ summary: String) -> Finding {
    Finding(
      .fileEmpty, at: Place(file: file.path), summary,
      consequence: "It gives no submissions.",
      remedy: "Export the answers again, or take the source out of dialogue.yaml.")
  }

  /// The finding for a table that has a header and nothing under it.
  public static func noRecords(_ file: SourceFile) -> Finding {
    empty(file, "the file has no record after its header")
  }

  /// Finds the encoding, or says why the file cannot be read as text.
  static func encoding(
    of file: SourceFile, _ input: InputFile
  ) throws(SourceError) -> (found: EncodingFinding?, findings: [Finding]) {
    let found = try EncodingDetector().detect(input, declared: file.declaration.encoding)
    // Bytes that are no text are told record by record; see `pending`.
    let told: [RecordProblem.Kind] = [.encodingMismatch, .unknownEncoding]
    var findings = found.problems.filter { told.contains($0.kind) }.map {
      ProblemWords.finding($0, file: file.path, record: nil)
    }
    if let kind = found.binaryKind {
      findings.append(
        Finding(
          .fileBinary, at: Place(file: file.path), "the file is not text: \(kind)",
          consequence: "The source is not read.",
          remedy: "Export it as CSV or XML and name that file."))
      return (nil, findings)
    }
    if found.encoding == nil, findings.isEmpty {
      findings.append(
        Finding(
          .encodingUnknown, at: Place(file: file.path), "the encoding cannot be found",
          consequence: "The source is not read.",
          remedy: "Name the encoding in dialogue.yaml: encoding: windows-1252, for example."))
    }
    return (found.encoding == nil ? nil : found, findings)
  }

  /// What is wrong with bytes of the file, to be told at its end when no record was rejected for
  /// it: the bytes then stand in columns that are not read.
  static func pending(_ found: EncodingFinding, file: String) -> [Finding] {
    found.problems.compactMap { problem in
      guard problem.kind == .invalidEncoding || problem.kind == .nulByte else { return nil }
      var finding = ProblemWords.finding(problem, file: file, record: nil)
      finding.severity = .note
      finding.summary =
        problem.kind == .nulByte
        ? "the file holds NUL bytes" : "the file holds bytes that are no text in its encoding"
      finding.consequence =
        "They stand in columns that are not read, so no record is rejected for them."
      return finding
    }
  }

  /// The findings that tell which columns are left out.
  static func leftOut(
    _ layout: SourceLayout, file: String, line: Int?, declares isDeclared: Bool
  ) -> [Finding] {
    var findings: [Finding] = []
    if !layout.unmapped.isEmpty {
      let shown = layout.unmapped.prefix(8).map { "\"\($0)\"" }.joined(separator: ", ")
      let more = layout.unmapped.count > 8 ? " and \(layout.unmapped.count - 8) more" : ""
      findings.append(
        Finding(
          .mapColumnUnmapped, at: Place(file: file, line: line),
          "\(layout.unmapped.count) columns are not mapped: \(shown)\(more)",
          consequence: "They are left out and listed in the annex.",
          remedy: "Give them a role in dialogue.yaml, or list them under drop."))
    }
    if layout.text.isEmpty, layout.closed.isEmpty, isDeclared {
      // Columns that are missing have been told one by one.
    } else if layout.text.isEmpty, layout.closed.isEmpty {
      findings.append(
        Finding(
          .mapNothingMapped, at: Place(file: file, line: line),
          "no column has the role text or closed",
          consequence: "The source is not read: no record of it could say anything.",
          remedy: "Name the columns with free text under text in dialogue.yaml."))
    } else if layout.text.isEmpty {
      findings.append(
        Finding(
          .mapNoText, at: Place(file: file, line: line), "no column has the role text",
          consequence: "The source gives submissions and no viewpoints.",
          remedy: "Nothing needs to be done if that is meant."))
    }
    return findings
  }
}
