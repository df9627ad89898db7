import Archives
import DialogueModel
import Foundation
import Records

/// Keeps the archive that was opened last, so that a zip of thousands of files is listed and hashed
/// once and not once for each of them.
///
/// One thread asks at a time, as sources are opened in turn; the lock makes sure of it.
final class ArchiveShelf: @unchecked Sendable {
  /// An archive that is open.
  struct Entry {
    let stored: InputFile
    let archive: ZipArchive
    /// The hash of the archive, made when it is first asked for.
    let hash: FileHash
  }

  private let lock = NSLock()
  private var path: String?
  private var entry: Entry?

  /// The archive in a file that is open; the one from before when it is the same file and nobody
  /// has written it since.
  func entry(
    _ stored: InputFile, path: String, limits: ArchiveLimits
  ) throws(ArchiveError) -> Entry {
    lock.lock()
    defer { lock.unlock() }
    if let entry, self.path == path, entry.stored.isSame(as: stored), !entry.stored.hasChanged {
      return entry
    }
    let made = Entry(
      stored: stored, archive: try ZipArchive(stored, limits: limits), hash: FileHash(stored))
    self.path = path
    entry = made
    return made
  }
}
