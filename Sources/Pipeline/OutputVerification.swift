import Annex
import DialogueModel
import Foundation
import Ingest
import Register

/// Recomputes every figure and quotation of an output from its register and its sources, and
/// checks every hash: `inspel verify OUT`.
public struct OutputVerification: Sendable {
  private let out: String
  private let dialogue: String?

  /// Makes a verification.
  ///
  /// - Parameters:
  ///   - out: The output folder of a run.
  ///   - dialogue: The dialogue's folder, when it has moved since the run.
  public init(out: String, dialogue: String?) {
    self.out = out
    self.dialogue = dialogue
  }

  /// What was verified, and what did not agree.
  public struct Report: Sendable {
    /// One kind of check.
    public struct Check: Sendable {
      /// What was checked.
      public let name: String
      /// How many agree.
      public let passed: Int
      /// How many there are.
      public let total: Int
      /// What it means that all agree, or what does not.
      public let words: String
    }

    /// The checks, in the order they were made.
    public let checks: [Check]
    /// What did not agree.
    public let findings: [Finding]

    /// Whether everything agrees.
    public var agrees: Bool { checks.allSatisfy { $0.passed == $0.total } && findings.isEmpty }

    /// The result as JSON.
    public func json() throws -> [UInt8] {
      try JSONText.encode(
        Document(
          agrees: agrees,
          checks: checks.map { .init(name: $0.name, passed: $0.passed, total: $0.total) },
          findings: findings.map(FindingDocument.init)))
    }

    private struct Document: Encodable {
      let agrees: Bool
      let checks: [Entry]
      let findings: [FindingDocument]

      struct Entry: Encodable {
        let name: String
        let passed: Int
        let total: Int
      }
    }
  }

  /// Verifies.
  public func execute() throws -> Report {
    let record = try readRecord()
    let dialoguePath = try dialogueFile()
    var checks: [Report.Check] = []
    var findings: [Finding] = []

    let folder = (dialoguePath as NSString).deletingLastPathComponent
    let own = record.used.filter { !$0.path.hasPrefix("pipelines/") }
    let changed = changedFiles(own, in: folder, findings: &findings)
    checks.append(
      .init(
        name: "sources", passed: own.count - changed.count, total: own.count,
        words: changed.isEmpty ? "unchanged" : "\(changed.joined(separator: ", ")) changed"))

    let written = changedFiles(record.generated, in: out, findings: &findings)
    checks.append(
      .init(
        name: "outputs", passed: record.generated.count - written.count,
        total: record.generated.count,
        words: written.isEmpty ? "hashes agree" : "\(written.joined(separator: ", ")) changed"))

    let loaded = try LoadedDialogue(path: dialoguePath)
    verifyLists(record, loaded, &checks, &findings)
    // With other pipeline files the documents would be composed of other things, and every
    // figure would seem wrong: then it is only said that nothing was recomputed.
    let pipelines = record.used.filter { $0.role != "source" }.map(\.path)
    if let other = changed.first(where: { pipelines.contains($0) }) {
      findings.append(
        Finding(
          .verifyFigure, at: Place(file: other),
          "figures and quotations were not recomputed, since the dialogue's files have changed",
          remedy: "Restore the file, or run inspel run again."))
      checks.append(.init(name: "figures", passed: 0, total: 1, words: "not recomputed"))
      return Report(checks: checks, findings: findings)
    }
    let material = try RegisterMaterial(
      loaded: loaded, registerPath: out + "/internal/register.sqlite",
      at: try RunTime(record.activity.at)
    ).read()
    let documents = try RunDocuments(material)
    var editions = [("internal", documents.internalDocument)]
    if record.activity.published { editions.append(("public", documents.publicDocument)) }
    var figures = (passed: 0, total: 0)
    for (edition, document) in editions {
      let result = try FigureComparison(
        file: "\(edition)/annex.json", stored: out + "/\(edition)/annex.json",
        recomputed: JSONRenderer().render(document)
      ).execute()
      figures.passed += result.passed
      figures.total += result.total
      findings += result.findings
    }
    checks.append(
      .init(
        name: "figures", passed: figures.passed, total: figures.total,
        words: "recomputed from the register"))
    try verifyRendering(documents, record, &checks, &findings)
    try verifyAccount(material, &checks, &findings)
    try verifyQuotations(documents, material, folder, &checks, &findings)
    return Report(checks: checks, findings: findings)
  }

  /// Writes every document anew into a folder of its own, and compares the bytes.
  private func verifyRendering(
    _ documents: RunDocuments, _ record: RunRecord, _ checks: inout [Report.Check],
    _ findings: inout [Finding]
  ) throws {
    let folder = NSTemporaryDirectory() + "inspel-verify-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let anew = try OutputFolder(path: folder + "/out")
    defer { anew.discard() }
    try documents.writeInternal(to: anew)
    if record.activity.published { try documents.writePublic(to: anew) }
    try documents.writeLists(to: anew, isPublic: record.activity.published)
    let names = anew.files()
    var passed = 0
    for name in names {
      if try anew.identity(of: name).hash == RunRecord.sha256(ofFile: out + "/" + name)?.hash {
        passed += 1
      } else {
        findings.append(
          Finding(
            .verifyFigure, at: Place(file: name),
            "the file is not what the register and the dialogue's files give",
            remedy: "Run inspel run again, and do not publish this output."))
      }
    }
    checks.append(
      .init(name: "documents", passed: passed, total: names.count, words: "written anew, equal"))
  }

  /// Looks for files that the record does not list, and for sources that the run did not read.
  private func verifyLists(
    _ record: RunRecord, _ loaded: LoadedDialogue, _ checks: inout [Report.Check],
    _ findings: inout [Finding]
  ) {
    let listed = Set(record.generated.map(\.path) + ["internal/run.json", "internal/origin.json"])
    let there = (try? FileManager.default.subpathsOfDirectory(atPath: out)) ?? []
    var strangers = there.filter { item in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: out + "/" + item, isDirectory: &isFolder)
        && !isFolder.boolValue && !listed.contains(item)
    }.sorted()
    let sources = SourceResolver(
      folder: loaded.folder, profiles: loaded.profiles, limits: loaded.file.limits
    ).resolve(loaded.file.sources, dialogueFile: loaded.dialogueFile).files.map(\.path)
    let read = record.used.filter { $0.role == "source" }.map(\.fullPath)
    strangers += sources.filter { !read.contains($0) }
    for name in strangers {
      findings.append(
        Finding(
          .verifyUnlisted, at: Place(file: name),
          "the file is not in the run record",
          remedy: "Take it away, or run inspel run again so that it counts."))
    }
    checks.append(
      .init(
        name: "lists", passed: strangers.isEmpty ? 1 : 0, total: 1,
        words: strangers.isEmpty ? "nothing is added" : "\(strangers.count) files are new"))
  }

  private func verifyAccount(
    _ material: RunMaterial, _ checks: inout [Report.Check], _ findings: inout [Finding]
  ) throws {
    let name = "internal/account.json"
    let stored = FileManager.default.contents(atPath: out + "/" + name)
    let agrees =
      try stored.map { Array($0) == (try JSONText.encode(AccountDocument(material.account))) }
      ?? false
    if !agrees {
      findings.append(
        Finding(
          .verifyFigure, at: Place(file: name),
          "the account is not what the register's records add up to",
          remedy: "Run inspel run again."))
    }
    let balanced = material.account.sources.count(where: \.balances)
    checks.append(
      .init(
        name: "accounts", passed: agrees ? balanced : 0, total: material.account.sources.count,
        words: "in = accepted + set aside"))
  }

  private func verifyQuotations(
    _ documents: RunDocuments, _ material: RunMaterial, _ folder: String,
    _ checks: inout [Report.Check], _ findings: inout [Finding]
  ) throws {
    let quotations = documents.internalDocument.quotationTexts
    let source = SourceText(
      loaded: material.loaded, registerPath: out + "/internal/register.sqlite")
    var found = 0
    for quotation in quotations {
      let texts = try source.maskedTexts(of: quotation.submission)
      if texts.contains(where: { $0.contains(quotation.text) }) {
        found += 1
      } else {
        findings.append(
          Finding(
            .verifyQuotation, at: Place(file: "annex.json"),
            "the quotation from \(quotation.submission) is not in its source file",
            remedy: "Restore the source, or run inspel run again."))
      }
    }
    checks.append(
      .init(
        name: "quotations", passed: found, total: quotations.count,
        words: "found in the source"))
  }

  private func changedFiles(
    _ entities: [RunRecord.Entity], in folder: String, findings: inout [Finding]
  ) -> [String] {
    var changed: [String] = []
    for entity in entities {
      guard let (hash, _) = RunRecord.sha256(ofFile: folder + "/" + entity.path) else {
        changed.append(entity.path)
        findings.append(
          Finding(
            .verifyMissing, at: Place(file: entity.path), "the file is not there any more",
            remedy: "Restore it, or run inspel run again."))
        continue
      }
      if hash != entity.sha256 {
        changed.append(entity.path)
        findings.append(
          Finding(
            .verifyHash, at: Place(file: entity.path),
            "the file has another SHA-256 than at the run"
              + " (\(entity.sha256.prefix(8))… became \(hash.prefix(8))…)",
            remedy: "Restore the file, or run inspel run again."))
      }
    }
    return changed
  }

  private func readRecord() throws -> RunRecord {
    let path = out + "/internal/run.json"
    guard let data = FileManager.default.contents(atPath: path),
      let record = try? JSONDecoder().decode(RunRecord.self, from: data)
    else {
      throw InspelError(
        .verifyMissing, "the run record is not there or cannot be read",
        remedy: "Name the output folder of a run, the one that holds internal/.",
        place: Place(file: path))
    }
    return record
  }

  private func dialogueFile() throws -> String {
    if let dialogue {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: dialogue, isDirectory: &isFolder) else {
        throw InspelError(
          .fileMissing, "there is no such dialogue", remedy: "Correct --dialogue.",
          place: Place(file: dialogue))
      }
      return isFolder.boolValue ? dialogue + "/dialogue.yaml" : dialogue
    }
    guard let data = FileManager.default.contents(atPath: out + "/internal/origin.json"),
      let origin = try? JSONDecoder().decode(RunOrigin.self, from: data),
      FileManager.default.fileExists(atPath: origin.dialogue)
    else {
      throw InspelError(
        .verifyMissing, "the dialogue's folder is not where it was at the run",
        remedy: "Say where it is with --dialogue.", place: Place(file: out))
    }
    return origin.dialogue
  }
}
