/// A file that is open for reading and is closed when the last owner lets go of it.
///
/// The file is never changed. Reading at an offset does not move the place of the sequential
/// reading, so the detectors may look at a file before a `UTF8Source` reads it.
public final class InputFile: Sendable {
  /// The descriptor, for calls that need one; it is closed with the object.
  public let descriptor: Int32
  /// The number of bytes when the file was opened, or `nil` for a pipe.
  public let size: Int?

  private let stamp: SystemCalls.Stamp?

  /// Whether somebody has written the file since it was opened.
  public var hasChanged: Bool { SystemCalls.stamp(of: descriptor) != stamp }

  /// Whether both are the same file on the same disk.
  public func isSame(as other: InputFile) -> Bool {
    SystemCalls.identity(of: descriptor) == SystemCalls.identity(of: other.descriptor)
  }

  /// A path that opens the same file once more from its beginning, also when it has no name.
  public var descriptorPath: String { "/proc/self/fd/\(descriptor)" }

  /// Opens the file at `path`.
  public convenience init(path: String) throws(SourceError) {
    try self.init(owning: try SystemCalls.openForReading(path))
  }

  /// Takes over a descriptor that is open already, such as that of a temporary file.
  ///
  /// It is closed with the object, also when this throws.
  public init(owning descriptor: Int32) throws(SourceError) {
    do {
      size = try SystemCalls.size(of: descriptor)
    } catch {
      SystemCalls.closeFile(descriptor)
      throw error
    }
    self.descriptor = descriptor
    stamp = SystemCalls.stamp(of: descriptor)
  }

  /// Reads as many bytes at an offset as the target has room for.
  package func read(
    at offset: Int, into target: UnsafeMutableRawBufferPointer
  ) throws(SourceError) {
    try SystemCalls.readAll(descriptor, offset: offset, into: target)
  }

  deinit { SystemCalls.closeFile(descriptor) }
}
