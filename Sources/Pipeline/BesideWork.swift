import Foundation

/// Work that is done on a thread of its own beside other work, such as the end of a register.
///
/// Whoever starts it waits for it, also when the run fails: no file may be taken away while it is
/// written.
final class BesideWork<Value: Sendable>: @unchecked Sendable {
  private let group = DispatchGroup()
  private var result: Result<Value, any Error>?

  /// Starts the work.
  init(_ work: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global(qos: .userInitiated).async(group: group) { [self] in
      result = Result { try work() }
    }
  }

  /// Waits until the work is done, and gives what it gave.
  @discardableResult
  func wait() throws -> Value {
    group.wait()
    guard let result else { preconditionFailure("the group is left when there is a result") }
    return try result.get()
  }
}
