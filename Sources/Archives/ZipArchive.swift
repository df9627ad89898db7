import Records

/// A zip archive that is open for reading; its members come out as files without a name.
///
/// Nothing in an archive is believed: sizes are counted, checksums are checked, and nothing is
/// written under a name that the archive gives.
///
/// ```swift
/// let archive = try ZipArchive(path: "svar.zip")
/// for member in archive.members where !member.isClutter {
///   let file = try archive.extract(member)
///   // read `file`; it is gone when nobody holds it
/// }
/// ```
public final class ZipArchive {
  /// The members in the archive's order, folders and clutter among them.
  public let members: [ZipMember]
  /// How much the archive may ask for.
  public let limits: ArchiveLimits

  private let handle: ZipHandle
  // What each member that was extracted came to.
  private var extracted: [Int: Int] = [:]

  /// Opens the archive at `path`.
  public convenience init(
    path: String, limits: ArchiveLimits = ArchiveLimits()
  ) throws(ArchiveError) {
    try self.init(try InputFile.forArchive(path), limits: limits)
  }

  /// Opens an archive in a file that is open already; its sequential reading is not moved.
  ///
  /// - Throws: `ArchiveError` when it is no archive, is cut off or damaged, has more members than
  ///   the limit, or has members that share the same bytes.
  public init(
    _ file: InputFile, limits: ArchiveLimits = ArchiveLimits()
  ) throws(ArchiveError) {
    self.limits = limits
    guard let size = file.size else {
      throw ArchiveError(.system, "a zip archive cannot be read from a pipe")
    }
    guard let claimed = try ZipEnd(file, size: size).memberCount else {
      throw try ZipEnd.isMissing(in: file)
    }
    guard claimed <= UInt64(max(limits.members, 0)) else { throw Self.tooMany(limits) }
    handle = try ZipHandle(file, size: size)
    let count = handle.count
    guard count <= limits.members else { throw Self.tooMany(limits) }
    var described: [ZipMember] = []
    var timesSeen: [String: Int] = [:]
    var compressed = 0
    for index in 0..<count {
      let member = try handle.describe(index)
      timesSeen[member.name, default: 0] += 1
      described.append(member)
      let (sum, isTooMuch) = compressed.addingReportingOverflow(member.compressedSize)
      // Each byte of an archive belongs to one member at most.
      guard !isTooMuch && sum <= size else {
        throw ArchiveError(
          .overlapping, "the files in the archive claim more bytes than the archive has")
      }
      compressed = sum
    }
    members = described.map { member in
      timesSeen[member.name, default: 0] < 2 ? member : member.asDuplicate
    }
  }

  /// The member with this name, or `nil`; a name that stands twice names none.
  public func member(named name: String) -> ZipMember? {
    let found = members.first { $0.name == name }
    return found?.isDuplicate == false ? found : nil
  }

  /// Unpacks a member into a temporary file.
  ///
  /// The file has no name and is gone when the last owner lets go of it. It lies in `$TMPDIR`, or
  /// in `/tmp`.
  ///
  /// - Parameter member: A member of this archive.
  /// - Returns: The file, at its beginning.
  /// - Throws: `ArchiveError` when a limit is reached, when the member is a folder, encrypted,
  ///   damaged or cut off, or when another has the same name.
  public func extract(_ member: ZipMember) throws(ArchiveError) -> InputFile {
    let file = try UnpackedFile()
    try read(member) { (bytes) throws(ArchiveError) in try file.append(bytes) }
    return try file.finish()
  }

  // The bytes of a small member; those of a larger one to the limit.
  func prefix(of member: ZipMember, count: Int) throws(ArchiveError) -> [UInt8] {
    try check(member)
    try handle.openMember(member.index)
    defer { handle.closeMember() }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    defer { buffer.deallocate() }
    return Array(buffer[..<(try handle.read(into: buffer))])
  }

  private func read(
    _ member: ZipMember, _ body: (UnsafeRawBufferPointer) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    try check(member)
    try handle.openMember(member.index)
    defer { handle.closeMember() }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    var unpacked = 0
    while true {
      let count = try handle.read(into: buffer)
      if count == 0 { break }
      unpacked += count
      guard unpacked <= member.size else {
        throw ArchiveError(
          .damaged, "it unpacks to more bytes than the archive says", member: member.index)
      }
      try checkSize(unpacked, member)
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
    guard unpacked == member.size else {
      throw ArchiveError(
        .damaged, "it unpacks to fewer bytes than the archive says", member: member.index)
    }
    extracted[member.index] = unpacked
  }

  private func check(_ member: ZipMember) throws(ArchiveError) {
    let index = member.index
    guard members.indices.contains(index), members[index] == member, !member.isDirectory else {
      throw ArchiveError(.noSuchMember, "there is no such file in the archive", member: index)
    }
    if member.isDuplicate {
      throw ArchiveError(
        .duplicateName,
        "two files in the archive have the same name; which one counts is not "
          + "known", member: index)
    }
    if member.isEncrypted {
      throw ArchiveError(
        .encrypted, "it needs a password; unpack it and give the files in it", member: index)
    }
    try checkSize(member.size, member)
  }

  private func checkSize(_ unpacked: Int, _ member: ZipMember) throws(ArchiveError) {
    let refusal = limits.refusal(
      unpacked: unpacked, compressed: member.compressedSize, member: member.index)
    if let refusal { throw refusal }
    let others = extracted.reduce(0) { $1.key == member.index ? $0 : $0 + $1.value }
    guard unpacked <= limits.totalBytes - others else {
      throw ArchiveError(
        .totalTooLarge,
        "the files in the archive unpack to more than \(limits.totalBytes) bytes together, "
          + "which is the limit", member: member.index)
    }
  }

  private static func tooMany(_ limits: ArchiveLimits) -> ArchiveError {
    ArchiveError(
      .tooManyMembers, "more than \(limits.members) files are in the archive, which is the limit")
  }
}

extension ZipMember {
  var asDuplicate: ZipMember {
    ZipMember(
      index: index, name: name, size: size, compressedSize: compressedSize,
      isEncrypted: isEncrypted, isDirectory: isDirectory, isDuplicate: true)
  }
}

extension InputFile {
  static func forArchive(_ path: String) throws(ArchiveError) -> InputFile {
    do {
      return try InputFile(path: path)
    } catch {
      throw ArchiveError(.system, error.description)
    }
  }
}
