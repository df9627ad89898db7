import Crypto
import Foundation
import Records

/// The SHA-256 of a file, made while the file is read, and of what the reading left unread.
final class FileHash {
  private var hasher = SHA256()
  private(set) var count = 0
  private var finished: String?
  private let file: InputFile

  init(_ file: InputFile) { self.file = file }

  /// Whether somebody has written the file since it was opened.
  var fileHasChanged: Bool { file.hasChanged }

  func add(_ bytes: UnsafeRawBufferPointer) {
    hasher.update(bufferPointer: bytes)
    count += bytes.count
  }

  /// Hashes the rest of the file and gives the hash in lower-case hexadecimal.
  func finish() throws(SourceError) -> String {
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
