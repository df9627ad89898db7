import Records

/// What the first bytes of an XML file say of it: byte order mark and XML declaration.
public struct XMLProlog: Sendable, Equatable {
  /// The XML version, `1.0` where none is declared.
  public var version = "1.0"
  /// The encoding as the declaration names it, or `nil` where it names none.
  public var declaredEncoding: String?
  /// The encoding that the file was read in, or `nil` where no reader here knows it.
  public var encoding: TextEncoding?
  /// Whether the file begins with a byte order mark.
  public var hasByteOrderMark = false
  /// Whether the file has an XML declaration.
  public var hasDeclaration = false
  /// What was malformed in the declaration and has been mended; empty where nothing was.
  public var mended: [String] = []

  /// Makes the prolog of a file without declaration or byte order mark.
  public init() {}
}
