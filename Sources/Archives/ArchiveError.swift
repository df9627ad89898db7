/// Why an archive, or something in it, cannot be unpacked.
///
/// The reason is one line of plain English and names the limit where there is one. It never
/// quotes the content, and not the member's name either, which may be a person's: that is in
/// ``member``.
public struct ArchiveError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of obstacle.
  public enum Kind: String, Sendable, CaseIterable {
    /// The file is no archive of the kind that was asked for.
    case notAnArchive
    /// The archive ends too early.
    case truncated
    /// The archive contradicts itself, or its compressed data are damaged.
    case damaged
    /// The unpacked bytes do not fit the checksum beside them.
    case checksum
    /// A password is needed.
    case encrypted
    /// A method of compression that no reader here knows.
    case unsupported
    /// More members than the limit.
    case tooManyMembers
    /// A member that unpacks to more bytes than the limit.
    case memberTooLarge
    /// Members that together unpack to more bytes than the limit.
    case totalTooLarge
    /// A member that grows more than the limit when it is unpacked.
    case ratioTooHigh
    /// Members that share the same bytes of the archive.
    case overlapping
    /// Two members with the same name.
    case duplicateName
    /// Bytes after the end of the compressed data.
    case trailingData
    /// A member that is not in the archive, or is a folder.
    case noSuchMember
    /// The operating system could not give or take the bytes.
    case system
  }

  /// What kind of obstacle.
  public let kind: Kind
  /// What stands in the way, in words.
  public let reason: String
  /// The number in the archive of the member concerned, counted from 0.
  public let member: Int?

  /// Makes an error.
  public init(_ kind: Kind, _ reason: String, member: Int? = nil) {
    self.kind = kind
    self.reason = reason
    self.member = member
  }

  /// The reason.
  public var description: String { reason }
}
