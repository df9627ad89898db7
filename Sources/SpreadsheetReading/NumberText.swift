// Numbers as text: exactly, without decimals where there are none, with a full stop otherwise.
enum NumberText {
  // The text of the number that a file has in this form; `nil` when that is the wanted form
  // already, and when it is no number.
  static func text(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    isPlain(bytes) ? nil : value(bytes).map { text(of: $0) }
  }

  static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    // Longer than any number, and short enough to be copied.
    guard bytes.count <= 400,
      bytes.allSatisfy({ $0 >= 0x2B && $0 <= 0x39 || $0 == 0x45 || $0 == 0x65 })
    else { return nil }
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }

  // The shortest digits that read back as the same number; from 1e21 on, and below 1e-7, with a
  // power of ten.
  static func text(of value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    let shortest = value.description
    guard let mark = shortest.firstIndex(of: "e"),
      let exponent = Int(shortest[shortest.index(after: mark)...])
    else { return shortest.hasSuffix(".0") ? String(shortest.dropLast(2)) : shortest }
    var mantissa = String(shortest[..<mark])
    let sign = mantissa.hasPrefix("-") ? "-" : ""
    if !sign.isEmpty { mantissa.removeFirst() }
    let parts = mantissa.split(separator: ".")
    let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
    let digits = String(parts[0]) + fraction
    guard exponent >= -7, exponent < 21 else {
      let form = fraction.isEmpty ? String(parts[0]) : "\(parts[0]).\(fraction)"
      return "\(sign)\(form)E\(exponent < 0 ? "" : "+")\(exponent)"
    }
    if exponent < 0 {
      return "\(sign)0.\(String(repeating: "0", count: -exponent - 1))\(digits)"
    }
    if digits.count <= exponent + 1 {
      return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    let point = digits.index(digits.startIndex, offsetBy: exponent + 1)
    return "\(sign)\(digits[..<point]).\(digits[point...])"
  }

  // Whether the bytes are in the wanted form already: `0`, `-12`, `4.25`. A whole number may have
  // any length; with decimals, 15 digits are always exact.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    if bytes.first == UInt8(ascii: "-") { at = 1 }
    let first = at
    while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
    let whole = at - first
    guard whole > 0, whole == 1 || bytes[first] != 0x30 else { return false }
    if at == bytes.count { return first == 0 || bytes[first] != 0x30 }
    guard bytes[at] == UInt8(ascii: "."), bytes.count - first <= 16 else { return false }
    let point = at
    at += 1
    while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
    // Small numbers have zeros that are no digits of theirs, and are written by the other way.
    return at == bytes.count && at > point + 1 && bytes[at - 1] != 0x30
      && (whole > 1 || bytes[first] != 0x30 || bytes[point + 1] != 0x30)
  }
}
