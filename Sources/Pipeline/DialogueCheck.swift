import DialogueModel
import Foundation
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
      folder: loaded.folder, profiles: loaded.profiles
    ).resolve(loaded.file.sources, dialogueFile: loaded.dialogueFile)
    var findings = loaded.findings + resolveFindings
    let opener = SourceOpener()
    for file in files { findings += try opener.open(file).findings }
    let (changed, lost) = compare(files, with: out ?? loaded.folder + "/out")
    findings += lost
    return Report(findings: findings, sources: files.count, changedSinceLastRun: changed)
  }

  private func compare(_ files: [SourceFile], with out: String) -> (Int?, [Finding]) {
    guard let data = FileManager.default.contents(atPath: out + "/internal/run.json"),
      let record = try? JSONDecoder().decode(RunRecord.self, from: data)
    else { return (nil, []) }
    let before = record.used.filter { $0.role == "source" }
    var changed = 0
    var findings: [Finding] = []
    for file in files {
      let old = before.first { $0.path == file.path }
      guard RunRecord.sha256(ofFile: file.absolutePath)?.hash != old?.sha256 else { continue }
      changed += 1
      findings.append(
        Finding(
          .fileChanged, at: Place(file: file.path), severity: .note,
          old == nil
            ? "the source was not part of the last run" : "the source is not as it was then",
          consequence: "A new run gives other figures.",
          remedy: "Nothing needs to be done if that is meant."))
    }
    let lost = before.filter { old in !files.contains { $0.path == old.path } }.map { old in
      Finding(
        .sourceVanished, at: Place(file: old.path),
        "the source was part of the last run and is not there any more",
        consequence: "A new run would leave its submissions out.",
        remedy: "Put the file back, or take it out of dialogue.yaml on purpose.")
    }
    return (changed, findings + lost)
  }
}
