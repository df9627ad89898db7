/// A file of the output, ready to be written.
struct OutputFile: Sendable {
  /// The path within the output folder.
  let name: String
  /// The bytes.
  let bytes: [UInt8]
}
