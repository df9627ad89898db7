/// One file or folder in a zip archive, as the archive describes it.
public struct ZipMember: Sendable, Equatable {
  /// Its number in the archive, counted from 0.
  public let index: Int
  /// Its name with its folders, as it is written in the archive.
  ///
  /// It may be absolute or hold `..`, and is no path to write to. A name that is neither marked
  /// as UTF-8 nor fits as it is read as code page 437, as Windows writes it.
  public let name: String
  /// The number of bytes it claims to unpack to.
  public let size: Int
  /// The number of bytes that it takes in the archive.
  public let compressedSize: Int
  /// Whether a password is needed.
  public let isEncrypted: Bool
  /// Whether it is a folder.
  public let isDirectory: Bool
  /// Whether another member has the same name; neither of them is extracted.
  public let isDuplicate: Bool

  /// Whether it is a folder, or something that a file manager put there and nobody sent.
  ///
  /// That is what lies in `__MACOSX`, files whose name begins with a full stop, `Thumbs.db` and
  /// `desktop.ini`.
  public var isClutter: Bool {
    if isDirectory { return true }
    let parts = name.split(whereSeparator: { $0 == "/" || $0 == "\\" })
    guard let last = parts.last else { return true }
    return parts.first == "__MACOSX" || last.hasPrefix(".")
      || ["thumbs.db", "desktop.ini"].contains(last.lowercased())
  }
}
