import Archives
import DialogueModel
import Records

/// The bytes of a source file, taken out of what it is packed in.
///
/// A member of an archive and the content of a compressed file are unpacked into a temporary file
/// without a name, so that they can be read like any other file and leave nothing behind.
struct SourceInput {
  /// The file on disk; what is hashed.
  let stored: InputFile
  /// The file to read: that on disk, or what was unpacked from it.
  let file: InputFile
  /// A path that opens `file` once more, from its beginning.
  let path: String
  /// What the bytes of `file` are.
  let kind: ContainerKind
  /// What it was taken out of, in words such as `zip archive`; empty for a file on disk.
  let packing: [String]

  private let archiveHash: FileHash?
  private let isHashed: Bool

  /// Whether the file is read as it lies on disk.
  var isPlainOnDisk: Bool { packing.isEmpty }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - stored: The open file on disk, no pipe.
  ///   - path: Its path.
  ///   - member: The name in the archive, or `nil`.
  ///   - limits: How much may be unpacked.
  ///   - shelf: Where the archive is kept for the next of its files.
  ///   - isHashed: Whether the hash of a file that is not in an archive is wanted.
  /// - Throws: `ArchiveError` when it cannot be unpacked.
  init(
    _ stored: InputFile, path: String, member: String?, limits: SourceLimits,
    shelf: ArchiveShelf = ArchiveShelf(), isHashed: Bool = true
  ) throws(ArchiveError) {
    let archiveLimits = Self.archiveLimits(limits)
    var stored = stored
    var file = stored
    var archiveHash: FileHash?
    var packing: [String] = []
    if let member {
      let entry = try shelf.entry(stored, path: path, limits: archiveLimits)
      guard let found = entry.archive.member(named: member) else {
        throw ArchiveError(.noSuchMember, "the archive has no such file, or two of them")
      }
      file = try entry.archive.extract(found)
      stored = entry.stored
      archiveHash = entry.hash
      packing.append("zip archive")
    }
    var kind = try ContainerKind.of(file, limits: archiveLimits)
    if kind == .gzip {
      file = try GzipFile.extract(file, limits: archiveLimits)
      packing.append("gzip")
      kind = try ContainerKind.of(file, limits: archiveLimits)
    }
    self.stored = stored
    self.archiveHash = archiveHash
    self.isHashed = isHashed
    self.file = file
    self.packing = packing
    self.kind = kind
    // A file without a name is opened again through the process's own list of open files.
    self.path = packing.isEmpty ? path : file.descriptorPath
  }

  /// The hash of the file on disk, and whether the bytes that are read go into it.
  func hash() -> (hash: FileHash, takesBytes: Bool) {
    (archiveHash ?? FileHash(stored, isWanted: isHashed), isPlainOnDisk)
  }

  /// The archive limits that follow from the limits of sources.
  static func archiveLimits(_ limits: SourceLimits) -> ArchiveLimits {
    // Deflate cannot do more than 1032 times; whoever raises the limit has looked at the file.
    let isRaised = limits.unpackedBytes > SourceLimits().unpackedBytes
    return ArchiveLimits(
      memberBytes: limits.unpackedBytes, totalBytes: limits.unpackedBytes, members: limits.files,
      ratio: isRaised ? 1100 : ArchiveLimits().ratio)
  }
}
