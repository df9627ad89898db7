/// Writes the annex as `annex.json`.
public struct JSONRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// The document as UTF-8 bytes of JSON.
  public func render(_ document: AnnexDocument) throws -> [UInt8] { [] }
}
