import Crypto
import DialogueModel
import Foundation
import Ingest

#if canImport(Glibc)
  import Glibc
#endif

/// The folder that a run writes: made beside the old one under another name and put in its place
/// in one step, so that a run that is killed leaves the old output whole.
///
/// One of the files with unsafe code: the pieces of a long file are hashed and written where they
/// lie.
struct OutputFolder {
  /// The folder that the user knows.
  let path: String
  /// The folder that is being written.
  let draft: String

  private let parent: String
  private let lock: Int32
  private let written = WrittenFiles()

  /// Makes the draft, and sees that nothing that is not ours can be replaced.
  init(path: String) throws(InspelError) {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    self.path = url.path
    parent = url.deletingLastPathComponent().path
    let name = url.lastPathComponent
    let manager = FileManager.default
    do {
      try manager.createDirectory(atPath: parent, withIntermediateDirectories: true)
    } catch {
      throw Self.failed(parent, "the folder cannot be made", error)
    }
    try Self.refuseForeign(url.path)

    // One run at a time writes here; the lock goes with the process, however it ends.
    lock = open(parent + "/." + name + ".inspel-lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard lock >= 0 else {
      throw InspelError(
        .outputFailed, "the folder cannot be written",
        remedy: "See that you may write there, or name another folder with --out.",
        place: Place(file: parent), cause: String(cString: strerror(errno)))
    }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw InspelError(
        .outputFailed, "another run is writing the same folder",
        remedy: "Wait until it is done, or name another folder with --out.",
        place: Place(file: url.path))
    }
    // With the lock held, a draft that is there was left by a run that was killed.
    let prefix = "." + name + ".inspel-draft"
    for item in (try? manager.contentsOfDirectory(atPath: parent)) ?? []
    where item.hasPrefix(prefix) {
      try? manager.removeItem(atPath: parent + "/" + item)
    }
    draft = parent + "/" + prefix
    do {
      try manager.createDirectory(
        atPath: draft + "/internal", withIntermediateDirectories: true)
    } catch {
      throw Self.failed(draft, "the folder cannot be made", error)
    }
  }

  /// Puts the draft in the place of the old output, in one step where the file system can.
  func publish() throws(InspelError) {
    let manager = FileManager.default
    if manager.fileExists(atPath: path) {
      if !Self.exchange(draft, path) {
        // Some network file systems cannot exchange; the old output is then out of place for a
        // moment, under a name that says what it is.
        let old = draft + "-old"
        guard rename(path, old) == 0 else { throw lastError() }
        guard rename(draft, path) == 0 else {
          let failure = lastError()
          rename(old, path)
          throw failure
        }
        try? manager.removeItem(atPath: old)
      }
    } else if rename(draft, path) != 0 {
      throw lastError()
    }
    discard()
  }

  /// Removes the draft, or the old output that took its name, and lets go of the lock.
  func discard() {
    try? FileManager.default.removeItem(atPath: draft)
    close(lock)
  }

  /// Writes a file of the draft in pieces, so that it need not be in memory as a whole.
  func write(
    to name: String, _ body: (_ append: (UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws {
    try create([], name)
    guard let handle = FileHandle(forWritingAtPath: draft + "/" + name) else { throw lastError() }
    defer { try? handle.close() }
    var hasher = SHA256()
    var count = 0
    try body { piece in
      hasher.update(bufferPointer: piece)
      count += piece.count
      do {
        // The bytes are only read, and nothing holds them when they have been written.
        if let base = piece.baseAddress.map(UnsafeMutableRawPointer.init(mutating:)) {
          try handle.write(
            contentsOf: Data(bytesNoCopy: base, count: piece.count, deallocator: .none))
        }
      } catch {
        throw Self.failed(name, "the file cannot be written", error)
      }
    }
    // Some file systems say only now that there was no room.
    do { try handle.close() } catch {
      throw Self.failed(name, "the file cannot be written", error)
    }
    written.note(name, Hexadecimal.text(hasher.finalize()), count)
  }

  /// The SHA-256 and the size of a file of the draft: as it was written here, or else as it is.
  func identity(of name: String) throws(InspelError) -> (hash: String, bytes: Int) {
    if let known = written[name] ?? RunRecord.sha256(ofFile: draft + "/" + name) { return known }
    throw InspelError(
      .outputFailed, "the file cannot be read back", remedy: "See that the disk is in order.",
      place: Place(file: name))
  }

  /// Takes a part of the draft away.
  func remove(_ name: String) throws(InspelError) {
    do {
      try FileManager.default.removeItem(atPath: draft + "/" + name)
    } catch {
      throw Self.failed(name, "the file cannot be removed", error)
    }
  }

  /// The files of the draft, in the order of their names.
  func files() -> [String] {
    let items = (try? FileManager.default.subpathsOfDirectory(atPath: draft)) ?? []
    return items.filter { item in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: draft + "/" + item, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// Writes a file of the draft.
  func write(_ bytes: [UInt8], to name: String) throws(InspelError) {
    try create(bytes, name)
    written.note(name, RunRecord.sha256(bytes), bytes.count)
  }

  private func create(_ bytes: [UInt8], _ name: String) throws(InspelError) {
    let target = draft + "/" + name
    do {
      try FileManager.default.createDirectory(
        atPath: (target as NSString).deletingLastPathComponent,
        withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: target))
    } catch {
      throw Self.failed(target, "the file cannot be written", error)
    }
  }

  /// Exchanges two folders in one step; `false` when the system or the file system cannot.
  private static func exchange(_ one: String, _ other: String) -> Bool {
    // Linux has renameat2 and glibc hides it from Swift behind a feature macro, so it is looked
    // up by name. The flag is RENAME_EXCHANGE in <linux/fs.h>.
    typealias RenameAt2 =
      @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
    guard let symbol = dlsym(nil, "renameat2") else { return false }
    let renameAt2 = unsafeBitCast(symbol, to: RenameAt2.self)
    return renameAt2(AT_FDCWD, one, AT_FDCWD, other, 1 << 1) == 0
  }

  private static func refuseForeign(_ path: String) throws(InspelError) {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    let items = (try? manager.contentsOfDirectory(atPath: path)) ?? []
    let isOurs =
      isFolder.boolValue
      && (items.isEmpty
        || (Set(items).isSubset(of: ["internal", "public"])
          && manager.fileExists(atPath: path + "/internal/run.json")))
    guard isOurs else {
      throw InspelError(
        .outputFailed, "the folder holds something that is not the output of a run",
        remedy: "Name an empty or new folder with --out; a run replaces its folder whole.",
        place: Place(file: path))
    }
  }

  private func lastError() -> InspelError {
    InspelError(
      .outputFailed, "the finished output cannot be put in place",
      remedy: "The previous output is as it was. See that you may write there, and run again.",
      place: Place(file: path), cause: String(cString: strerror(errno)))
  }

  private static func failed(_ path: String, _ what: String, _ error: any Error) -> InspelError {
    InspelError(
      .outputFailed, what, remedy: "See that you may write there and that there is room.",
      place: Place(file: path), cause: "\(error)")
  }
}

/// What was written under which name, from any thread.
private final class WrittenFiles: @unchecked Sendable {
  private let lock = NSLock()
  private var files: [String: (hash: String, bytes: Int)] = [:]

  func note(_ name: String, _ hash: String, _ bytes: Int) {
    lock.withLock { files[name] = (hash, bytes) }
  }

  subscript(name: String) -> (hash: String, bytes: Int)? { lock.withLock { files[name] } }
}
