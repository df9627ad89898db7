/// A file without a name that is written once and then read; it is gone when it is closed.
package final class TemporaryFile {
  private let descriptor: Int32
  private var isHandedOver = false
  /// The number of bytes that were written.
  package private(set) var count = 0

  /// Makes a file that nobody else may read.
  ///
  /// - Parameter folder: The folder that it lies in; the one that `$TMPDIR` names when `nil`, and
  ///   `/tmp` without that.
  /// - Throws: `SourceError` when the system does not give one.
  package init(in folder: String? = nil) throws(SourceError) {
    descriptor = try SystemCalls.openTemporary(in: folder ?? SystemCalls.temporaryFolder)
  }

  /// Takes over a descriptor that is open for writing.
  package init(owning descriptor: Int32) { self.descriptor = descriptor }

  deinit { if !isHandedOver { SystemCalls.closeFile(descriptor) } }

  /// Writes bytes at the end.
  package func append(_ bytes: UnsafeRawBufferPointer) throws(SourceError) {
    try SystemCalls.writeAll(descriptor, bytes)
    count += bytes.count
  }

  /// The file, to be read from its beginning; nothing can be added after that.
  package func finish() throws(SourceError) -> InputFile {
    try SystemCalls.rewind(descriptor)
    isHandedOver = true
    return try InputFile(owning: descriptor)
  }
}
