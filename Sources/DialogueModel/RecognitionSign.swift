/// One way to recognise a tool, or a kind of file, by what stands in the file.
///
/// Everything that the sign names has to be there, and the name of the file is never looked at.
public struct RecognitionSign: Sendable, Equatable {
  /// For tables: what stands in one of the first rows.
  public var mark: RowMark
  /// For tables: names that all stand in the first column, below each other.
  public var keys: [String]
  /// For XML: namespaces of which one is used.
  public var namespaces: [String]
  /// For XML: the local name of the root element.
  public var root: String?
  /// For XML: paths that are all there.
  ///
  /// A path that begins with a slash starts at the root, whose name may be `*`; any other starts
  /// in some element, as paths of a record do.
  public var paths: [String]
  /// For XML: elements and the texts that one of them has, looked for in the first 4,096 bytes.
  public var texts: [String: [String]]
  /// How sure the tool is when everything is there.
  public var certainty: Certainty

  /// How sure it is that a tool wrote a file.
  public enum Certainty: String, Sendable, CaseIterable {
    /// Only this tool writes it so.
    case certain
    /// The tool writes it so, and others might.
    case likely
  }

  /// Makes a sign that names nothing yet.
  public init(certainty: Certainty) {
    self.certainty = certainty
    mark = RowMark()
    keys = []
    namespaces = []
    paths = []
    texts = [:]
  }

  /// Whether the sign names nothing.
  public var isEmpty: Bool {
    mark.isEmpty && keys.isEmpty && namespaces.isEmpty && root == nil && paths.isEmpty
      && texts.isEmpty
  }
}
