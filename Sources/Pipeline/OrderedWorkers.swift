import Foundation

/// Runs workers in parallel between a step that gives out work one piece at a time and a step
/// that takes the results back in the same order.
///
/// There are a few more pieces than workers, so that no worker has to wait while another takes
/// back or fetches; their number is the bound on what is in memory, and a slow `merge` holds the
/// reading back. Results come in the order in which work was given out, whatever the number of
/// workers: that is what makes the outputs the same.
enum OrderedWorkers {
  /// Goes on until `take` gives nothing more, or something is thrown.
  ///
  /// - Parameters:
  ///   - workers: What each thread needs for itself; with one, everything happens on the calling
  ///     thread.
  ///   - pieces: What holds a piece of work from `take` to `merge`, and is then used again; at
  ///     least one for each worker.
  ///   - take: Fills a piece with the next work, or says `false`; called for one piece at a time.
  ///   - process: The work itself; called in parallel.
  ///   - merge: Takes the result; called for one piece at a time, in the order of `take`.
  /// - Throws: What the first of the three threw.
  static func run<Worker: AnyObject & Sendable, Piece: AnyObject & Sendable>(
    _ workers: [Worker], pieces: [Piece],
    take: @escaping @Sendable (Piece) throws -> Bool,
    process: @escaping @Sendable (Worker, Piece) throws -> Void,
    merge: @escaping @Sendable (Piece) throws -> Void
  ) throws {
    precondition(pieces.count >= workers.count, "a worker without a piece has nothing to do")
    if workers.count == 1 {
      while try take(pieces[0]) {
        try process(workers[0], pieces[0])
        try merge(pieces[0])
      }
      return
    }
    let desk = Desk(pieces)
    let group = DispatchGroup()
    for worker in workers {
      group.enter()
      let thread = Thread {
        defer { group.leave() }
        do {
          while let job = desk.next() {
            switch job {
            case .merge(let piece):
              try merge(piece)
              desk.merged(piece)
            case .take(let piece):
              let ticket = try take(piece) ? desk.took(piece) : desk.tookNothing(piece)
              guard let ticket else { continue }
              try process(worker, piece)
              desk.processed(piece, ticket)
            }
          }
        } catch {
          desk.fail(error)
        }
      }
      thread.stackSize = 4 << 20
      thread.start()
    }
    group.wait()
    if let failure = desk.failure { throw failure }
  }

  private enum Job<Piece> {
    case take(Piece)
    case merge(Piece)
  }

  /// Knows where each piece is, and what is to be done next.
  private final class Desk<Piece: AnyObject & Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private var free: [Piece]
    private var ready: [Int: Piece] = [:]
    private var issued = 0
    private var served = 0
    private var isTaking = false
    private var isMerging = false
    private var isDone = false
    private var firstFailure: (any Error)?

    init(_ pieces: [Piece]) { free = pieces }

    var failure: (any Error)? { locked { firstFailure } }

    /// The next job; waits while there is none, and gives `nil` when there will be none.
    ///
    /// A result whose turn it is comes before new work, so that pieces become free.
    func next() -> Job<Piece>? {
      locked {
        while firstFailure == nil, !isDone || served < issued {
          if !isMerging, let piece = ready.removeValue(forKey: served) {
            isMerging = true
            return .merge(piece)
          }
          if !isTaking, !isDone, let piece = free.popLast() {
            isTaking = true
            return .take(piece)
          }
          condition.wait()
        }
        return nil
      }
    }

    /// The ticket of the piece that was filled.
    func took(_ piece: Piece) -> Int? {
      locked {
        isTaking = false
        issued += 1
        return issued - 1
      }
    }

    func tookNothing(_ piece: Piece) -> Int? {
      locked {
        isTaking = false
        isDone = true
        free.append(piece)
        return nil
      }
    }

    func processed(_ piece: Piece, _ ticket: Int) { locked { ready[ticket] = piece } }

    func merged(_ piece: Piece) {
      locked {
        isMerging = false
        served += 1
        free.append(piece)
      }
    }

    func fail(_ error: any Error) {
      locked { if firstFailure == nil { firstFailure = error } }
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
      condition.lock()
      defer {
        condition.broadcast()
        condition.unlock()
      }
      return body()
    }
  }
}
