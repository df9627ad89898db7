import Foundation
import Records

#if canImport(Glibc)
  import Glibc
#endif

// A fixed sequence of numbers, so that a failure can be seen again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

// A file that is removed again.
final class TemporaryFile {
  let path: String

  init(_ bytes: [UInt8]) throws {
    let directory = FileManager.default.temporaryDirectory
    let url = directory.appendingPathComponent("inspel-test-\(UUID().uuidString)")
    try Data(bytes).write(to: url)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

// Everything that a source gives, read into buffers of one size.
func readAll(_ source: UTF8Source, bufferSize: Int = 4096) throws -> [UInt8] {
  let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bufferSize)
  defer { buffer.deallocate() }
  var text: [UInt8] = []
  while true {
    let count = try source.read(into: buffer)
    if count == 0 { return text }
    text.append(contentsOf: buffer[..<count])
  }
}

func utf16(_ text: String, bigEndian: Bool, mark: Bool = false) -> [UInt8] {
  let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
  return units.flatMap { unit in
    let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    return bigEndian ? pair.reversed() : pair
  }
}

// One character as the C library decodes it, in UTF-8; `nil` where it has no meaning.
func iconv(_ byte: UInt8, from encoding: String) throws -> [UInt8]? {
  let converter = iconv_open("UTF-8", encoding)
  guard converter != iconv_t(bitPattern: -1) else { throw UnknownEncoding() }
  defer { iconv_close(converter) }
  var input = [CChar(bitPattern: byte)]
  var output = [CChar](repeating: 0, count: 8)
  return input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      var from = source.baseAddress
      var to = target.baseAddress
      var left = 1
      var room = 8
      _ = iconv(converter, &from, &left, &to, &room)
      guard left == 0 else { return nil }
      return target[..<(8 - room)].map { UInt8(bitPattern: $0) }
    }
  }
}

private struct UnknownEncoding: Error {}
