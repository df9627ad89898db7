import DialogueModel

/// One file of a declared source, found on disk.
public struct SourceFile: Sendable, Equatable {
  /// The path relative to the dialogue's folder, as it is printed.
  ///
  /// A file in an archive has the archive's path and its own name, `inputs/export.zip/svar.csv`,
  /// and so has a sheet that is named: `inputs/enkät.xlsx/Svar`.
  public var path: String
  /// The path to open: of the file on disk, which may be an archive.
  public var absolutePath: String
  /// The file's name in the archive; `nil` for a file on disk.
  public var member: String?
  /// The name in the archive, the sheet that was named, or both; `nil` for a whole file.
  ///
  /// The path ends with it.
  public var part: String? {
    let parts = [member, declaration.sheet].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }
  /// What the dialogue file says of the source.
  public var declaration: SourceDeclaration
  /// How its tool writes.
  public var profile: SourceProfile

  /// The path on disk relative to the dialogue's folder: that of the archive for a file in one.
  public var storedPath: String {
    part.map { String(path.dropLast($0.count + 1)) } ?? path
  }

  /// Makes a source file.
  public init(
    path: String, absolutePath: String, member: String? = nil, declaration: SourceDeclaration,
    profile: SourceProfile
  ) {
    self.path = path
    self.absolutePath = absolutePath
    self.member = member
    self.declaration = declaration
    self.profile = profile
  }
}
