import Records

// A temporary file for what is unpacked, with errors of this module.
struct UnpackedFile {
  private let file: TemporaryFile

  var count: Int { file.count }

  init() throws(ArchiveError) {
    do {
      file = try TemporaryFile()
    } catch {
      throw ArchiveError(.system, error.description)
    }
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
    do {
      try file.append(bytes)
    } catch {
      throw ArchiveError(.system, error.description)
    }
  }

  // The file, to be read from its beginning. Nothing can be added after that.
  func finish() throws(ArchiveError) -> InputFile {
    do {
      return try file.finish()
    } catch {
      throw ArchiveError(.system, error.description)
    }
  }
}
