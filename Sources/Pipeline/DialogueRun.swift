import Annex
import DialogueModel
import Foundation
import Logging
import Policy

/// The main job: reads every source of a dialogue and writes its annex, register and records
/// of the run.
public struct DialogueRun: Sendable {
  /// What is asked of a run.
  public struct Request: Sendable {
    let dialogue: String
    let out: String?
    let at: RunTime
    let workers: Int?
    /// Whether sources may have vanished or shrunk since the last run.
    public var acceptsFewer = false
    /// Whether the reference population may be another than at the last run.
    public var acceptsReference = false
    /// What is held in memory; tests force it onto the disk.
    var memory = MemoryLimits()
    /// Where the steps of the run are logged; nothing of what participants wrote ever is.
    public var logger = Logger(label: "inspel") { _ in SwiftLogNoOpLogHandler() }

    /// Makes a request.
    ///
    /// - Parameters:
    ///   - dialogue: The dialogue's folder, or its `dialogue.yaml`.
    ///   - out: The output folder; the folder `out` in the dialogue's folder when `nil`.
    ///   - at: The time that the documents carry; now when `nil`.
    ///   - workers: The number of threads; the number of cores when `nil`.
    /// - Throws: `InspelError` when the time or the number of threads cannot be used.
    public init(dialogue: String, out: String?, at: String?, workers: Int?) throws(InspelError) {
      self.dialogue = dialogue
      self.out = out
      if let at { self.at = try RunTime(at) } else { self.at = RunTime.now() }
      if let workers, workers < 1 {
        throw InspelError(
          .usage, "the number of workers is \(workers)", remedy: "Give 1 or more.")
      }
      self.workers = workers
    }
  }

  private let request: Request

  /// Makes a run.
  public init(_ request: Request) { self.request = request }

  /// Runs, and puts the output in place when everything has been written.
  ///
  /// - Throws: `RefusedRun` when the dialogue or a source cannot be used, `InspelError` when
  ///   the work cannot go on. In both cases the previous output is as it was.
  public func execute(
    progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) throws -> RunReport {
    let log = request.logger
    let loaded = try LoadedDialogue(path: request.dialogue)
    log.debug(
      "dialogue read",
      metadata: [
        "dialogue": "\(loaded.file.dialogue.id)", "files": "\(loaded.inputs.count)",
        "findings": "\(loaded.findings.count)",
      ])
    let out = request.out ?? loaded.folder + "/out"
    for name in loaded.file.published {
      let earlier = URL(fileURLWithPath: loaded.folder + "/" + name).resolvingSymlinksInPath()
      guard earlier.path == URL(fileURLWithPath: out).resolvingSymlinksInPath().path else {
        continue
      }
      throw InspelError(
        .publishEarlier, "the output folder is named as an earlier version",
        remedy: "Keep a copy of what was published, and name the copy under published. This run "
          + "would replace it.", place: Place(file: name))
    }
    let output = try OutputFolder(path: out)
    do {
      let report = try write(loaded, output, progress)
      try output.publish()
      return report
    } catch {
      output.discard()
      throw error
    }
  }

  /// What vanished or shrank since the last run: an error, unless that was said to be meant.
  ///
  /// It is told and not written: the outputs depend on the input alone, and not on what was
  /// there before.
  private func compare(_ material: RunMaterial, with last: LastRun?) throws -> [Finding] {
    guard let last else { return [] }
    let accounts = material.account.sources
    var findings =
      last.vanished(paths: accounts.map(\.path), declared: material.loaded.file.sources)
      + last.shrunk(accounts)
    var reference = last.changedReference(
      RunRecord.figures(material.loaded.reference),
      file: material.loaded.file.reference ?? material.loaded.dialogueFile)
    if request.acceptsReference {
      reference?.severity = .note
      reference?.remedy = "It was said to be meant, with --accept-reference."
    }
    if request.acceptsFewer {
      for index in findings.indices {
        findings[index].severity = .note
        findings[index].consequence = ""
        findings[index].remedy = "It was said to be meant, with --accept-fewer."
      }
    }
    findings += [reference].compactMap(\.self)
    if findings.contains(where: { $0.severity == .error }) {
      throw RefusedRun(findings: material.findings + findings)
    }
    return findings + last.changed(accounts)
  }

  private func write(
    _ loaded: LoadedDialogue, _ output: OutputFolder,
    _ progress: @escaping @Sendable (RunProgress) -> Void
  ) throws -> RunReport {
    let last = LastRun(out: output.path)
    let registerPath = output.draft + "/internal/register.sqlite"
    var material = try SourceRun(
      loaded: loaded, workers: request.workers, registerPath: registerPath,
      memory: request.memory, progress: progress
    ).execute(at: request.at)
    defer { _ = try? material.finishing?.wait() }
    let since = try compare(material, with: last)
    for source in material.account.sources {
      request.logger.debug(
        "source read",
        metadata: [
          "path": "\(source.path)", "read": "\(source.read)", "accepted": "\(source[.accepted])",
        ])
    }
    progress(
      RunProgress(
        step: .composing, source: material.sources.count, sources: material.sources.count,
        records: material.account.read, bytes: 0, totalBytes: 0, seconds: 0))

    // The register is closed and indexed meanwhile; only quotations are looked up in it.
    if !loaded.quotations.isEmpty { try material.finishing?.wait() }
    let cleared = try QuotationCheck(loaded: loaded, registerPath: registerPath).execute()
    material.quotations = cleared.quotations
    material.findings += cleared.findings

    let documents = try RunDocuments(material)
    let divided = documents.changedGroups.map { name in
      Finding(
        .publishEarlier, at: Place(file: "public/annex.html"), severity: .warning,
        "the groups of \(name) are divided in another way than in an earlier version",
        consequence: "A reader may be able to subtract one division from the other.",
        remedy: "Use the same groups, or see that no difference is a small count.")
    }
    let lists = BesideWork { try documents.writeLists(to: output, isPublic: true) }
    defer { _ = try? lists.wait() }
    try documents.writeInternal(to: output)
    try documents.writePublic(to: output)
    try lists.wait()
    var record = try RunRecord(
      material: material, output: output, register: try material.finishing?.wait() ?? nil)
    try output.write(try JSONText.encode(record.publicPart()), to: "public/run.json")
    let gate = PublicationGate(
      rule: loaded.file.rule, cleared: loaded.quotations, hasNumberKey: loaded.idKeyName != nil,
      exposed: documents.exposed)
    let blockers =
      cleared.findings.filter { $0.severity == .error }
      + gate.blockers(folder: output.draft, document: documents.publicDocument)
    if blockers.isEmpty {
      try record.add("public/run.json", of: output)
    } else {
      try output.remove("public")
      record.withdrawPublic()
    }
    for file in record.generated {
      request.logger.debug(
        "file written", metadata: ["path": "\(file.path)", "bytes": "\(file.bytes)"])
    }
    try output.write(try JSONText.encode(record), to: "internal/run.json")
    try output.write(
      try JSONText.encode(RunOrigin(dialogue: loaded.absoluteDialogueFile)),
      to: "internal/origin.json")
    return RunReport(
      material: material, documents: documents, blockers: blockers, path: output.path,
      sinceLastRun: since + divided + documents.findings)
  }
}
