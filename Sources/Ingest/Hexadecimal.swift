/// Bytes as lower-case hexadecimal digits, two for each byte: how hashes are written everywhere.
public enum Hexadecimal {
  /// The digits.
  public static func text(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
