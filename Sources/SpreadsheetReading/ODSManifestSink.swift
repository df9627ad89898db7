import XMLReading

// Reads `META-INF/manifest.xml` for one thing: whether the content is encrypted. The archive
// itself does not say so.
final class ODSManifestSink: PartSink {
  private(set) var isEncrypted = false
  let refusal: SpreadsheetError? = nil

  func start(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?,
    _ attributes: XMLEventAttributes
  ) {
    if name.equals("encryption-data") { isEncrypted = true }
  }

  func characters(_ text: UnsafeBufferPointer<UInt8>) {}

  func end() {}
}
