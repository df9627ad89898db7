import DialogueModel
import Ingest

/// Gives out the records of all sources, one source after another, piece by piece.
///
/// A file is opened when its turn comes and closed at its end, so that a folder of ten thousand
/// files needs one open file. When a source cannot be used, nothing more is read: the run will
/// be refused. The files after it are still opened, so that all that is wrong is told at once.
final class SourceQueue: @unchecked Sendable {
  private let files: [SourceFile]
  private let opener: SourceOpener
  private var index = 0
  private var current: OpenedSource?
  private var isRefused = false
  private var drift = HeaderDrift()

  init(_ files: [SourceFile], opener: SourceOpener) {
    self.files = files
    self.opener = opener
  }

  /// Gives a unit its next work; `false` when all sources have been read.
  func take(into unit: RunUnit) throws(InspelError) -> Bool {
    guard index < files.count else { return false }
    unit.index = index
    guard let source = current else {
      var (opened, findings) = try opener.open(files[index])
      if let finding = opened.flatMap({ drift.compare($0) }) {
        findings.append(finding)
        opened = nil
      }
      guard let opened, !isRefused else {
        if opened == nil { isRefused = true }
        unit.step = .refused(findings)
        index += 1
        return true
      }
      current = opened
      unit.source = opened
      unit.step = .begin
      return true
    }
    unit.source = source
    if try source.take(into: unit.work) {
      unit.step = .records
      return true
    }
    unit.step = .end(try source.finish())
    current = nil
    index += 1
    return true
  }
}
