import Records

/// Where the bytes of an XML file come from.
///
/// The bytes are asked for `chunkSize` at a time; the result is the same for every size.
public struct XMLSource {
  enum Kind {
    case file(InputFile)
    case descriptor(Int32)
    case memory([UInt8])
  }

  let kind: Kind
  let chunkSize: Int

  /// Reads an open file from where its sequential reading stands, which is its beginning when
  /// nothing has read it.
  public static func file(_ file: InputFile, chunkSize: Int = 1 << 16) -> XMLSource {
    XMLSource(kind: .file(file), chunkSize: chunkSize)
  }

  /// Reads a file descriptor, such as a pipe, which the caller keeps open and closes.
  public static func fileDescriptor(
    _ descriptor: Int32, chunkSize: Int = 1 << 16
  ) -> XMLSource {
    XMLSource(kind: .descriptor(descriptor), chunkSize: chunkSize)
  }

  /// Reads bytes in memory.
  public static func bytes(_ bytes: [UInt8], chunkSize: Int = 1 << 16) -> XMLSource {
    XMLSource(kind: .memory(bytes), chunkSize: chunkSize)
  }

  private init(kind: Kind, chunkSize: Int) {
    precondition(chunkSize > 0, "a source reads at least one byte at a time")
    self.kind = kind
    self.chunkSize = chunkSize
  }

  // The bytes from where they have been read to, as text in an encoding.
  func text(
    in encoding: TextEncoding, after consumed: Int, readSize: Int, tap: RawTap
  ) -> UTF8Source {
    let pass: (UnsafeRawBufferPointer) -> Void = { tap.pass($0) }
    switch kind {
    case .file(let file):
      return UTF8Source(
        file: file, encoding: encoding, readSize: readSize, onRawBytes: pass)
    case .descriptor(let descriptor):
      return UTF8Source(
        fileDescriptor: descriptor, encoding: encoding, readSize: readSize, onRawBytes: pass)
    case .memory(let bytes):
      return UTF8Source(
        bytes: consumed == 0 ? bytes : Array(bytes.dropFirst(consumed)), encoding: encoding,
        readSize: readSize, onRawBytes: pass)
    }
  }
}
