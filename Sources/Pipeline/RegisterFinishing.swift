import Foundation

/// The end of writing a register, its index and its hash, on a thread beside other work.
///
/// Whoever starts it waits for it, also when the run fails: the file must not be taken away while
/// it is written.
final class RegisterFinishing: @unchecked Sendable {
  private let group = DispatchGroup()
  private var result: Result<(hash: String, bytes: Int)?, any Error> = .success(nil)

  /// Starts the work; `path` is hashed when it is done.
  init(path: String, _ work: @escaping @Sendable () throws -> Void) {
    DispatchQueue.global(qos: .userInitiated).async(group: group) { [self] in
      result = Result {
        try work()
        return RunRecord.sha256(ofFile: path)
      }
    }
  }

  /// Waits until the register is whole, and gives its SHA-256 and size.
  @discardableResult
  func wait() throws -> (hash: String, bytes: Int)? {
    group.wait()
    return try result.get()
  }
}
