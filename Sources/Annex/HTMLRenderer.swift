/// Writes the annex as one self-contained HTML file.
///
/// The page needs nothing else: its style and its charts are inside it, it runs no script and
/// asks for nothing from the net. The same document always gives the same bytes.
public struct HTMLRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// The document as UTF-8 bytes of HTML.
  public func render(_ document: AnnexDocument) -> [UInt8] {
    var writer = PageWriter(document)
    writer.page()
    return writer.out.bytes
  }
}
