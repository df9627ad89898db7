/// A word form as it is compared.
///
/// One of the files with unsafe code: it reads the form's bytes by eight at a time.
/// A short form is its own key, with zero bytes after it: no form has a zero byte. The key of a
/// longer one begins with a zero byte; then follow its hash, its place in the store and its length.
struct FormKey {
  /// The longest form that is its own key.
  static let inlineLength = 28
  /// A key that no form has.
  static let none = FormKey(first: 0, second: 1, third: 0, fourth: 0, hash: 0)

  var first: UInt64
  var second: UInt64
  var third: UInt64
  var fourth: UInt32
  var hash: UInt32

  var isLong: Bool { first & 0xFF == 0 }

  init(first: UInt64, second: UInt64, third: UInt64, fourth: UInt32, hash: UInt32) {
    self.first = first
    self.second = second
    self.third = third
    self.fourth = fourth
    self.hash = hash
  }

  /// The key with its parts as they stand in a slot.
  init(first: UInt64, second: UInt64, third: UInt64, fourth: UInt32) {
    self.init(first: first, second: second, third: third, fourth: fourth, hash: 0)
    hash = UInt32(
      truncatingIfNeeded: isLong ? second : Self.hash(first, second, third, fourth))
  }

  /// The key of a short form, after whose beginning 28 bytes can be read.
  ///
  /// - Parameters:
  ///   - form: The form's first byte.
  ///   - mask: 28 bytes, as many ones as the form has bytes and then zeros.
  @inline(__always)
  init(short form: UnsafePointer<UInt8>, mask: UnsafeRawPointer) {
    let bytes = UnsafeRawPointer(form)
    first = bytes.loadUnaligned(as: UInt64.self) & mask.loadUnaligned(as: UInt64.self)
    second =
      bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
      & mask.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    third =
      bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
      & mask.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    fourth =
      bytes.loadUnaligned(fromByteOffset: 24, as: UInt32.self)
      & mask.loadUnaligned(fromByteOffset: 24, as: UInt32.self)
    hash = UInt32(truncatingIfNeeded: Self.hash(first, second, third, fourth))
  }

  /// The key of a long form, of at least eight bytes.
  init(long form: UnsafePointer<UInt8>, length: Int) {
    let bytes = UnsafeRawPointer(form)
    var hash = UInt64(length)
    for offset in stride(from: 0, to: length - 7, by: 8) {
      hash = Self.hash(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self), hash, 1, 0)
    }
    hash = Self.hash(bytes.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self), hash, 2, 0)
    self.init(
      first: 0x100, second: hash, third: 0, fourth: UInt32(truncatingIfNeeded: length))
  }

  @inline(__always)
  private static func hash(
    _ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt32
  ) -> UInt64 {
    let left = first ^ 0x9E37_79B9_7F4A_7C15
    let last = third ^ UInt64(fourth) &<< 32
    let right = (second ^ 0xD6E8_FEB8_6659_FD93) &+ last &* 0xA076_1D64_78BD_642F
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
