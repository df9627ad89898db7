import Foundation

/// Runs workers in parallel between a step that gives out work one piece at a time and a step
/// that takes the results back in the same order.
///
/// Each worker holds one piece of work from `take` to `merge`, so the number of workers is the
/// bound on what is in memory, and a slow `merge` holds the reading back. Results come in the
/// order in which work was given out, whatever the number of workers: that is what makes the
/// outputs the same.
enum OrderedWorkers {
  /// Goes on until `take` gives nothing more to any worker, or something is thrown.
  ///
  /// - Parameters:
  ///   - workers: The workers; with one, everything happens on the calling thread.
  ///   - take: Gives a worker its next work, or says `false`; called by one worker at a time.
  ///   - process: The work itself; called in parallel.
  ///   - merge: Takes the result; called by one worker at a time, in the order of `take`.
  /// - Throws: What the first of the three threw.
  static func run<Worker: AnyObject & Sendable>(
    _ workers: [Worker],
    take: @escaping @Sendable (Worker) throws -> Bool,
    process: @escaping @Sendable (Worker) throws -> Void,
    merge: @escaping @Sendable (Worker) throws -> Void
  ) throws {
    if workers.count == 1 {
      while try take(workers[0]) {
        try process(workers[0])
        try merge(workers[0])
      }
      return
    }
    let turns = Turns()
    let group = DispatchGroup()
    for worker in workers {
      group.enter()
      let thread = Thread {
        defer { group.leave() }
        do {
          while let ticket = try turns.take({ try take(worker) }) {
            try process(worker)
            guard try turns.inTurn(ticket, { try merge(worker) }) else { return }
          }
        } catch {
          turns.fail(error)
        }
      }
      thread.stackSize = 4 << 20
      thread.start()
    }
    group.wait()
    if let failure = turns.failure { throw failure }
  }

  private final class Turns: @unchecked Sendable {
    private let input = NSLock()
    private let output = NSCondition()
    private var issued = 0
    private var served = 0
    private var isDone = false
    private var firstFailure: (any Error)?

    var failure: (any Error)? {
      output.lock()
      defer { output.unlock() }
      return firstFailure
    }

    func fail(_ error: any Error) {
      output.lock()
      if firstFailure == nil { firstFailure = error }
      output.broadcast()
      output.unlock()
    }

    /// The ticket of the next piece of work, or `nil` when there is none.
    func take(_ body: () throws -> Bool) throws -> Int? {
      input.lock()
      defer { input.unlock() }
      guard !isDone, failure == nil else { return nil }
      guard try body() else {
        isDone = true
        return nil
      }
      issued += 1
      return issued - 1
    }

    /// Waits until all earlier tickets are served, then runs `body`; `false` after a failure.
    func inTurn(_ ticket: Int, _ body: () throws -> Void) throws -> Bool {
      output.lock()
      while served != ticket, firstFailure == nil { output.wait() }
      let mayGoOn = firstFailure == nil
      output.unlock()
      guard mayGoOn else { return false }
      try body()
      output.lock()
      served += 1
      output.broadcast()
      output.unlock()
      return true
    }
  }
}
