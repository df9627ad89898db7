import Foundation
import Refine
import TestSupport
import Testing

/// NFC, against `Foundation`, byte for byte.
@Suite struct NormalFormTests {
  private func nfc(_ text: String) -> [UInt8] { bytes(text.precomposedStringWithCanonicalMapping) }

  @Test func `Every Latin letter with every mark has the normal form that Foundation gives`() {
    let bases = Array(0x21...0x7E) + Array(0xC0...0x24F) + Array(0x1E00...0x1EFF)
    let marks = (0x300...0x36F).compactMap(Unicode.Scalar.init)
    for base in bases.compactMap(Unicode.Scalar.init) where !(0x30...0x39).contains(base.value) {
      var text = ""
      for mark in marks {
        text.unicodeScalars.append(base)
        text.unicodeScalars.append(mark)
        text += "o"
      }
      #expect(bytes(Refined(text).text) == nfc(text), "U+\(String(base.value, radix: 16))")
    }
  }

  @Test func `Every decomposed Latin letter is composed again`() {
    for scalar in (Array(0xC0...0x24F) + Array(0x1E00...0x1EFF)).compactMap(Unicode.Scalar.init) {
      let letter = String(scalar)
      let text = "a" + letter.decomposedStringWithCanonicalMapping + "b"
      let refined = Refined(text)
      #expect(bytes(refined.text) == nfc(text))
      #expect(refined.edits.isEmpty == (bytes(text) == nfc(text)))
    }
  }

  /// Also the proof that the scalars that are passed over without a look are inert: one that had
  /// another normal form, joined with the "e" before it or had a combining class would differ.
  @Test(arguments: [
    0x80..<0x3000, 0x3000..<0xA000, 0xA000..<0x10000, 0x11000..<0x11900, 0x1D100..<0x1D200,
    0x1F000..<0x1FB00,
  ])
  func `Every scalar has the normal form that Foundation gives`(_ range: Range<Int>) {
    // Without what folding or masking acts on for other reasons.
    let scalars = range.compactMap { Unicode.Scalar(UInt32($0)) }.filter {
      switch $0.properties.generalCategory {
      case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator,
        .decimalNumber:
        false
      default: true
      }
    }
    // 32 at a time: a failure names its place, and the segments stay short.
    for start in stride(from: 0, to: scalars.count, by: 32) {
      var text = "e"
      for scalar in scalars[start..<min(start + 32, scalars.count)] {
        text.unicodeScalars.append(scalar)
        text += "\u{301}e"
      }
      #expect(bytes(Refined(text).text) == nfc(text), "from \(scalars[start].value)")
    }
  }

  @Test func `Random strings have the normal form that Foundation gives`() {
    let alphabet: [UInt32] = [
      0x61, 0x65, 0x6F, 0x71, 0x3C, 0xC5, 0xE4, 0xF6, 0xF8, 0x1EA1, 0x1EAD, 0x300, 0x301, 0x304,
      0x308, 0x30A, 0x31B, 0x323, 0x327, 0x328, 0x338, 0x340, 0x343, 0x344, 0x345, 0x34F, 0x35C,
      0x391, 0x3B1, 0x3C9, 0x1F71, 0x37E, 0x387, 0x418, 0x438, 0x306, 0x5E9, 0x5C1, 0x5BC, 0x644,
      0x627, 0x653, 0x655, 0x64B, 0x915, 0x93C, 0x94D, 0x958, 0x9C7, 0x9BE, 0xE31, 0xE49, 0x1100,
      0x1112, 0x1161, 0x1175, 0x11A8, 0x11C2, 0xAC00, 0xAC01, 0xD788, 0x304B, 0x3099, 0x309A,
      0x2126, 0x212B, 0x2ADC, 0x1F9D, 0x1F600, 0x1F3FD, 0x1D15E, 0x1D165, 0xFB1D, 0x2014, 0x110A5,
      0x110BA,
    ]
    var random = SeededGenerator(11)
    for round in 0..<1500 {
      var text = ""
      for _ in 0..<Int.random(in: 1...24, using: &random) {
        guard let value = alphabet.randomElement(using: &random),
          let scalar = Unicode.Scalar(value)
        else { continue }
        text.unicodeScalars.append(scalar)
      }
      let expected = nfc(text)
      let refined = Refined(text)
      #expect(bytes(refined.text) == expected, "round \(round)")
      // Invisible characters between a letter and its mark do not keep them apart.
      var parted = ""
      for scalar in text.unicodeScalars {
        parted.unicodeScalars.append(scalar)
        if Bool.random(using: &random) { parted += "\u{AD}" }
      }
      #expect(bytes(Refined(parted).text) == expected, "round \(round), parted")
    }
  }

  /// `Foundation` alone takes 25 seconds for it.
  @Test func `A long row of marks is normalised without hanging`() {
    let count = 40_000
    let text = "a" + String(repeating: "\u{301}\u{323}", count: count)
    let expected =
      "\u{1EA1}" + String(repeating: "\u{323}", count: count - 1)
      + String(repeating: "\u{301}", count: count)
    #expect(bytes(Refined(text).text) == bytes(expected))
  }
}
