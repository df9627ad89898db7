import DialogueModel
import Foundation
import Ingest

/// What the last run of a dialogue read, so that a source that vanished or shrank is noticed.
struct LastRun {
  private let sources: [RunRecord.Entity]
  private let hashes: [String: String]
  private let read: [String: Int]
  private let accepted: [String: Int]
  private let reference: [RunRecord.Figure]?

  /// Reads the record of the last run; `nil` when there is none that can be read.
  init?(out: String) {
    guard let data = FileManager.default.contents(atPath: out + "/internal/run.json"),
      let record = try? JSONDecoder().decode(RunRecord.self, from: data)
    else { return nil }
    sources = record.used.filter { $0.role == "source" }
    hashes = Dictionary(
      sources.map { ($0.fullPath, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    reference = record.reference
    let account = FileManager.default.contents(atPath: out + "/internal/account.json").flatMap {
      try? JSONDecoder().decode(Account.self, from: $0)
    }
    read = Dictionary(
      (account?.sources ?? []).map { ($0.path, $0.read) }, uniquingKeysWith: { $1 })
    accepted = Dictionary(
      (account?.sources ?? []).map { ($0.path, $0.accepted) }, uniquingKeysWith: { $1 })
  }

  private struct Account: Decodable {
    let sources: [Source]

    struct Source: Decodable {
      let path: String
      let read: Int
      let accepted: Int
    }
  }

  /// The SHA-256 that a source had; `nil` when it was not part of the last run.
  func hash(of path: String) -> String? { hashes[path] }

  /// Whether the reference population is another than at the last run.
  ///
  /// The figures of a dialogue are frozen with its first run: next year's population must not
  /// change what was said of this year's dialogue without anybody having decided it.
  func changedReference(_ now: [RunRecord.Figure]?, file: String) -> Finding? {
    guard let reference, now != reference else { return nil }
    let figures = Dictionary((now ?? []).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    let changed = reference.first { figures[$0.name] != $0 }
    var words = "the reference population is not that of the last run"
    if let changed {
      let count = figures[changed.name]?.count
      words +=
        count.map { now in
          now == changed.count
            ? ": the source, the table or the date of \(changed.name) is another"
            : ": \(changed.name) was \(changed.count) and is \(now)"
        } ?? ": \(changed.name) is not there any more"
    }
    return Finding(
      .referenceChanged, at: Place(file: file), words,
      consequence: "The groups would be compared with another population than before.",
      remedy: "Put the file back; its figures stand under reference in internal/run.json. If new "
        + "figures are meant, run with --accept-reference.")
  }

  /// The sources of the last run that are not there any more.
  ///
  /// A file that no source of dialogue.yaml names any longer was taken out on purpose, and is
  /// told as a note.
  func vanished(
    paths: [String], declared: [SourceDeclaration]
  ) -> [Finding] {
    let there = Set(paths)
    return sources.filter { !there.contains($0.fullPath) }.map { old in
      let isNamed = declared.contains { SourceResolver.isFound(old.fullPath, by: $0.path) }
      return Finding(
        .sourceVanished, at: Place(file: old.fullPath), severity: isNamed ? .error : .note,
        isNamed
          ? "the source was part of the last run and is not there any more"
          : "the source was part of the last run, and dialogue.yaml does not name it any more",
        consequence: "Its \(read[old.fullPath].map(String.init) ?? "") records would be left out.",
        remedy: isNamed
          ? "Put the file back. If it is meant to be gone, run with --accept-fewer."
          : "Nothing needs to be done if that is meant.")
    }
  }

  /// The sources whose bytes are not those of the last run, with what came of them then and now.
  func changed(_ accounts: [SourceAccount]) -> [Finding] {
    accounts.compactMap { source in
      guard let old = hash(of: source.path), old != source.sha256 else { return nil }
      let now = source[.accepted]
      let before = accepted[source.path] ?? now
      let isLess = now < before
      return Finding(
        .fileChanged, at: Place(file: source.path), severity: isLess ? .warning : .note,
        isLess
          ? "the file is not as it was at the last run: \(now) of its records count, and \(before) did"
          : "the file is not as it was at the last run",
        consequence: "The figures are those of the file as it is now.",
        remedy: isLess
          ? "See that nothing was lost when it was exported or edited."
          : "Nothing needs to be done if that is meant.")
    }
  }

  /// The sources that have fewer records than at the last run.
  func shrunk(_ accounts: [SourceAccount]) -> [Finding] {
    accounts.compactMap { account in
      guard let before = read[account.path], account.read < before else { return nil }
      return Finding(
        .sourceShrank, at: Place(file: account.path),
        "the source has \(account.read) records and had \(before) at the last run",
        consequence: "\(before - account.read) records would be left out without a trace.",
        remedy: "Export again and see that it is complete. If it is meant, run with "
          + "--accept-fewer.")
    }
  }
}
