import DialogueModel
import Ingest

/// Says everything that can be wrong before a run, and changes nothing: `inspel check`.
public struct DialogueCheck: Sendable {
  private let dialogue: String
  private let out: String?

  /// Makes a check of a dialogue, compared with its last run when there is one.
  public init(dialogue: String, out: String?) {
    self.dialogue = dialogue
    self.out = out
  }

  /// What a check found.
  public struct Report: Sendable {
    /// The findings.
    public let findings: [Finding]
    /// The number of source files.
    public let sources: Int
    /// How many of them are not as they were at the last run; `nil` without a last run.
    public let changedSinceLastRun: Int?
  }

  /// Checks.
  public func execute() throws -> Report {
    let loaded: LoadedDialogue
    do {
      loaded = try LoadedDialogue(path: dialogue)
    } catch let refused as RefusedRun {
      return Report(findings: refused.findings, sources: 0, changedSinceLastRun: nil)
    }
    let (files, resolveFindings) = SourceResolver(
      folder: loaded.folder, profiles: loaded.profiles, limits: loaded.file.limits
    ).resolve(loaded.file.sources, dialogueFile: loaded.dialogueFile)
    var findings = loaded.findings + resolveFindings
    let opener = SourceOpener(limits: loaded.file.limits)
    var drift = HeaderDrift()
    for file in files {
      let (opened, found) = try opener.open(file)
      findings += found
      findings += [opened.flatMap { drift.compare($0) }].compactMap(\.self)
    }
    let last = LastRun(out: out ?? loaded.folder + "/out")
    let changed = last.map { changes(files, since: $0) }
    findings += changed ?? []
    findings += last?.vanished(paths: files.map(\.path), declared: loaded.file.sources) ?? []
    return Report(
      findings: findings, sources: files.count, changedSinceLastRun: changed?.count)
  }

  private func changes(_ files: [SourceFile], since last: LastRun) -> [Finding] {
    files.compactMap { file in
      let old = last.hash(of: file.path)
      guard RunRecord.sha256(ofFile: file.absolutePath)?.hash != old else { return nil }
      return Finding(
        .fileChanged, at: Place(file: file.path), severity: .note,
        old == nil
          ? "the source was not part of the last run" : "the source is not as it was then",
        consequence: "A new run gives other figures.",
        remedy: "Nothing needs to be done if that is meant.")
    }
  }
}
