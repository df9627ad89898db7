import Crypto
import Foundation
import Records

/// The SHA-256 of a file, made while the file is read, and of what the reading left unread.
final class FileHash {
  private var hasher = SHA256()
  private var count = 0
  private var finished: String?
  private let file: InputFile

  /// Whether anybody will ask for the hash; if not, nothing is hashed.
  let isWanted: Bool

  init(_ file: InputFile, isWanted: Bool = true) {
    self.file = file
    self.isWanted = isWanted
  }

  /// The size of the file, once it has been read to its end.
  var fileSize: Int { isWanted ? count : file.size ?? 0 }

  /// Whether somebody has written the file since it was opened.
  var fileHasChanged: Bool { file.hasChanged }

  func add(_ bytes: UnsafeRawBufferPointer) {
    guard isWanted else { return }
    hasher.update(bufferPointer: bytes)
    count += bytes.count
  }

  /// Hashes the rest of the file and gives the hash in lower-case hexadecimal.
  func finish() throws(SourceError) -> String {
    precondition(isWanted, "nobody was to ask for this hash")
    if let finished { return finished }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = buffer.withUnsafeMutableBytes {
        pread(file.descriptor, $0.baseAddress, $0.count, off_t(count))
      }
      if got < 0 {
        throw SourceError(operation: "read", code: errno, reason: String(cString: strerror(errno)))
      }
      if got == 0 { break }
      buffer.withUnsafeBytes { add(UnsafeRawBufferPointer(rebasing: $0[..<got])) }
    }
    let hash = Hexadecimal.text(hasher.finalize())
    finished = hash
    return hash
  }
}
