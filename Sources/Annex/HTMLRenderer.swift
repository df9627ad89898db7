/// Writes the annex as one self-contained HTML file.
public struct HTMLRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// The document as UTF-8 bytes of HTML.
  public func render(_ document: AnnexDocument) -> [UInt8] { [] }
}
