import DialogueModel

/// One file of a declared source, found on disk.
public struct SourceFile: Sendable, Equatable {
  /// The path relative to the dialogue's folder, as it is printed.
  public var path: String
  /// The path to open.
  public var absolutePath: String
  /// What the dialogue file says of the source.
  public var declaration: SourceDeclaration
  /// How its tool writes.
  public var profile: SourceProfile

  /// Makes a source file.
  public init(
    path: String, absolutePath: String, declaration: SourceDeclaration, profile: SourceProfile
  ) {
    self.path = path
    self.absolutePath = absolutePath
    self.declaration = declaration
    self.profile = profile
  }
}
