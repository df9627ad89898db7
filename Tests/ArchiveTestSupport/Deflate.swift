import CLibZ

/// Compresses bytes for tests.
public enum Deflate {
  /// A deflate stream without a header, as zip has it.
  public static func raw(_ bytes: [UInt8]) -> [UInt8] {
    compress(bytes, window: -15, finish: true)
  }

  /// A gzip file.
  public static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    compress(bytes, window: 31, finish: true)
  }

  /// A deflate stream that unpacks to so many MiB of zeros, made without compressing them all.
  public static func rawZeros(mebibytes: Int) -> [UInt8] {
    // Flushed in full, a block refers to nothing before it and can stand any number of times.
    let block = compress([UInt8](repeating: 0, count: 1 << 20), window: -15, finish: false)
    var stream: [UInt8] = []
    stream.reserveCapacity(block.count * mebibytes + 2)
    for _ in 0..<mebibytes { stream += block }
    return stream + [3, 0]
  }

  /// The same as a gzip file; the checksum at its end is wrong.
  public static func gzipZeros(mebibytes: Int) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + rawZeros(mebibytes: mebibytes)
      + [UInt8](repeating: 0, count: 8)
  }

  private static func compress(_ bytes: [UInt8], window: Int32, finish: Bool) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    precondition(
      deflateInit2_(
        &stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK)
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 1024)
    let count = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = uInt(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = uInt(target.count)
        let code = deflate(&stream, finish ? Z_FINISH : Z_FULL_FLUSH)
        precondition(code == (finish ? Z_STREAM_END : Z_OK) && stream.avail_in == 0)
        return target.count - Int(stream.avail_out)
      }
    }
    return Array(output.prefix(count))
  }
}
