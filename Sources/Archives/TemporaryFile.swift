import Records

// A file without a name that is written once and then read.
final class TemporaryFile {
  private let descriptor: Int32
  private var isHandedOver = false
  private(set) var count = 0

  init() throws(ArchiveError) {
    descriptor = try FileCalls.openTemporary()
  }

  deinit {
    if !isHandedOver { FileCalls.closeFile(descriptor) }
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
    try FileCalls.writeAll(descriptor, bytes)
    count += bytes.count
  }

  // The file, to be read from its beginning. Nothing can be added after that.
  func finish() throws(ArchiveError) -> InputFile {
    try FileCalls.rewind(descriptor)
    isHandedOver = true
    do {
      return try InputFile(owning: descriptor)
    } catch {
      throw ArchiveError(.system, error.description)
    }
  }
}
