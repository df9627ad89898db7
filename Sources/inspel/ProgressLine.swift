import Foundation
import Pipeline

/// Shows how far the work has come: on a terminal in one line that is drawn again, with `--json`
/// as JSON lines on standard error, in a pipe not at all.
final class ProgressLine: @unchecked Sendable {
  private let json: Bool
  private let lock = NSLock()
  private var lastShown: ContinuousClock.Instant?
  private var isDrawn = false

  init(json: Bool) { self.json = json }

  func show(_ progress: RunProgress) {
    guard json || Terminal.messagesAreTerminal else { return }
    lock.lock()
    defer { lock.unlock() }
    let now = ContinuousClock.now
    if let lastShown, now - lastShown < .milliseconds(100) { return }
    lastShown = now
    if json {
      Terminal.message(
        "{\"step\":\"\(progress.step.rawValue)\",\"source\":\(progress.source),"
          + "\"sources\":\(progress.sources),\"records\":\(progress.records),"
          + "\"bytes\":\(progress.bytes),\"totalBytes\":\(progress.totalBytes)}")
      return
    }
    FileHandle.standardError.write(Data(("\r\u{1B}[K" + words(progress)).utf8))
    isDrawn = true
  }

  func clear() {
    lock.lock()
    defer { lock.unlock() }
    if isDrawn { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    isDrawn = false
  }

  private func words(_ progress: RunProgress) -> String {
    let step = progress.step.rawValue.padding(toLength: 12, withPad: " ", startingAt: 0)
    let sources = "\(progress.source) of \(progress.sources) sources"
    let records = "\(Terminal.number(progress.records)) records"
    let seconds = progress.seconds
    guard seconds > 0.2, progress.bytes > 0 else { return "\(step)\(sources)   \(records)" }
    let rate = Double(progress.bytes) / seconds
    let left = max(0, Double(progress.totalBytes - progress.bytes) / rate)
    let remaining = left < 1 ? "less than 1 s left" : "\(Int(left.rounded(.up))) s left"
    return "\(step)\(sources)   \(records)   \(Int(rate / 1e6)) MB/s   \(remaining)"
  }
}
