/// How much an archive may ask for before it is refused.
///
/// What is unpacked goes to a temporary file, so the limits are about the disk and the time; the
/// memory is bounded without them.
public struct ArchiveLimits: Sendable, Equatable {
  /// The number of unpacked bytes from which the ratio is looked at: 1 MiB.
  public static let ratioFloor = 1 << 20

  /// The most bytes that one member may unpack to; 4 GiB unless told otherwise.
  public var memberBytes: Int
  /// The most bytes that the members extracted from one archive may unpack to together, each
  /// counted once; 16 GiB unless told otherwise.
  public var totalBytes: Int
  /// The most members in one archive; 10,000 unless told otherwise.
  public var members: Int
  /// The most unpacked bytes for each compressed byte of a member; 200 unless told otherwise.
  ///
  /// Deflate cannot do more than 1032; a sheet of a spreadsheet comes to between 5 and 40.
  public var ratio: Int

  /// Makes limits; what is left out gets its default.
  public init(
    memberBytes: Int = 4 << 30, totalBytes: Int = 16 << 30, members: Int = 10_000,
    ratio: Int = 200
  ) {
    self.memberBytes = memberBytes
    self.totalBytes = totalBytes
    self.members = members
    self.ratio = ratio
  }

  // Why what was unpacked so far is too much, or `nil`.
  func refusal(unpacked: Int, compressed: Int, member: Int?) -> ArchiveError? {
    if unpacked > memberBytes {
      return ArchiveError(
        .memberTooLarge, "it unpacks to more than \(memberBytes) bytes, the limit for one file",
        member: member)
    }
    if unpacked > Self.ratioFloor && unpacked / max(ratio, 1) > compressed {
      return ArchiveError(
        .ratioTooHigh,
        "it unpacks to more than \(ratio) times its compressed size, which is the limit",
        member: member)
    }
    return nil
  }
}
