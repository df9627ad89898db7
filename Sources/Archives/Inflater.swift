internal import CLibZ

// The one place where zlib is called: one stream of gzip.
final class Inflater {
  enum Outcome {
    case more
    case ended
    case damaged
  }

  private let stream: UnsafeMutablePointer<z_stream>

  // `nil` when there is no memory for it.
  init?() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, the most there is; 16 more means gzip and nothing else.
    let code = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if code != Z_OK {
      stream.deallocate()
      return nil
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  // Begins with the next of several streams that stand after each other.
  func reset() { inflateReset(stream) }

  // Unpacks as much as fits.
  func step(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> (consumed: Int, produced: Int, outcome: Outcome) {
    guard let from = input.baseAddress, let to = output.baseAddress else { return (0, 0, .more) }
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: from.assumingMemoryBound(to: Bytef.self))
    stream.pointee.avail_in = uInt(input.count)
    stream.pointee.next_out = to.assumingMemoryBound(to: Bytef.self)
    stream.pointee.avail_out = uInt(output.count)
    let code = inflate(stream, Z_NO_FLUSH)
    let consumed = input.count - Int(stream.pointee.avail_in)
    let produced = output.count - Int(stream.pointee.avail_out)
    stream.pointee.next_in = nil
    stream.pointee.next_out = nil
    switch code {
    // Z_BUF_ERROR: nothing could be done this time, which is no error.
    case Z_OK, Z_BUF_ERROR: return (consumed, produced, .more)
    case Z_STREAM_END: return (consumed, produced, .ended)
    default: return (consumed, produced, .damaged)
    }
  }
}
