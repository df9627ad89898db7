import DialogueModel
import Refine
import TestSupport
import Testing

/// The rules by their names, what is left standing on purpose, and the entry of `inspel mask`.
@Suite struct PersonalDataMaskerTests {
  @Test(arguments: [
    ("20000229-2399", "pii.personnummer-12"), ("090527+1474", "pii.personnummer-10"),
    ("19121212-1212", "pii.personnummer-12"), ("8504129886", "pii.personnummer-10-bare"),
    ("000101-T220", "pii.personnummer-interim"), ("SE770707990601", "pii.personnummer-vat"),
    ("19930690-9921", "pii.samordningsnummer-12"), ("720591-9942", "pii.samordningsnummer-10"),
    ("9010809953", "pii.samordningsnummer-10-bare"), ("850412-9889", "pii.personnummer-10-check"),
    ("19850412-9889", "pii.personnummer-12-check"), ("150916-0006", "pii.personnummer-10-check"),
    ("anna@example.se", "pii.email"), ("anna (at) example.se", "pii.email-spelled"),
    ("anna.exempel@kommun", "pii.email-incomplete"), ("070-174 06 05", "pii.phone-mobile"),
    ("0980-319 200", "pii.phone-area"), ("+46 70 174 06 05", "pii.phone-46"),
    ("+47 22 00 00 00", "pii.phone-foreign"),
  ])
  func `Each rule is named in its span`(_ text: String, _ rule: String) {
    #expect(PersonalDataMasker().mask(text).spans.map(\.rule.rawValue) == [rule])
  }

  @Test func `The names of the rules are what records keep`() {
    #expect(
      MaskingRule.allCases.map(\.rawValue) == [
        "pii.personnummer-12", "pii.personnummer-10", "pii.personnummer-10-bare",
        "pii.personnummer-interim", "pii.personnummer-vat", "pii.samordningsnummer-12",
        "pii.samordningsnummer-10", "pii.samordningsnummer-10-bare", "pii.personnummer-12-check",
        "pii.personnummer-10-check", "pii.email", "pii.email-spelled", "pii.email-incomplete",
        "pii.phone-mobile", "pii.phone-area", "pii.phone-46", "pii.phone-foreign",
      ])
    #expect(Set(MaskingRule.allCases.map(\.kind)) == Set(PersonalDataKind.allCases))
  }

  @Test(arguments: [
    ("19000229-9886", 0), ("20000229-9886", 1), ("000229-2399", 1), ("000229+2399", 0),
    ("18000229-9886", 0), ("20230229-9886", 0), ("850431-9886", 0), ("851304-9886", 0),
    ("850400-9886", 0), ("850460-9886", 0), ("850492-9886", 0), ("17850412-9886", 0),
    ("8504129887", 0), ("850412-98865", 0), ("1850412-9886", 0),
  ])
  func `Only a date of birth makes a personal identity number`(_ text: String, _ count: Int) {
    #expect(PersonalDataMasker().mask(text).spans.count == count)
  }

  /// All dates of a century with the right check digit are found in every usual form.
  @Test func `Every day of birth is found`() {
    let masker = PersonalDataMasker()
    var random = SeededGenerator(31)
    for year in stride(from: 1899, through: 2026, by: 1) {
      for month in 1...12 {
        let day = Int.random(in: 1...28, using: &random) + (Bool.random(using: &random) ? 60 : 0)
        let head = "\(year)\(month < 10 ? "0" : "")\(month)\(day < 10 ? "0" : "")\(day)"
        let birth = "\(Int.random(in: 988...999, using: &random))"
        let short = head.dropFirst(2) + birth
        var sum = 0
        for (place, digit) in short.enumerated() {
          let product = (digit.wholeNumberValue ?? 0) * (2 - place % 2)
          sum += product > 9 ? product - 9 : product
        }
        let last = birth + "\((10 - sum % 10) % 10)"
        for text in [
          head + last, "\(head)-\(last)", "\(head) \(last)", "\(head.dropFirst(2))-\(last)",
          "\(head.dropFirst(2))+\(last)", "\(head.dropFirst(2)) – \(last)",
          "\(head.prefix(2)) \(head.dropFirst(2)) - \(last)", "\(head.dropFirst(2))\(last)",
        ] {
          let masked = masker.mask("Jag, \(text), bor här.")
          #expect(masked.spans.count == 1 && !masked.text.contains(last), "\(text)")
        }
      }
    }
  }

  @Test func `Masking by itself changes nothing but the spans`() {
    let text = "  Ha\u{30A}rd\u{A0}\u{A0}text\r\nfrån anna@example.se\t\u{AD} "
    let masked = PersonalDataMasker().mask(text)
    #expect(
      bytes(masked.text)
        == bytes("  Ha\u{30A}rd\u{A0}\u{A0}text\r\nfrån [e-postadress borttagen]\t\u{AD} "))
  }

  @Test func `Spans are given in bytes and in code points of the input`() throws {
    let text = "Åsa 🙂 å\u{308}: 070-174 06 05, e\u{301}va@example.se"
    let masked = PersonalDataMasker().mask(text)
    #expect(masked.spans.map(\.kind) == [.phone, .email])
    let scalars = Array(text.unicodeScalars)
    for (span, range) in zip(masked.spans, masked.codePointRanges) {
      var part = String.UnicodeScalarView()
      part.append(contentsOf: scalars[range])
      #expect(bytes(String(part)) == Array(bytes(text)[span.original]))
      #expect(bytes(masked.text)[span.masked].elementsEqual(span.kind.replacement.utf8))
    }
    #expect(masked.codePointRanges == [10..<23, 25..<40])
    #expect(masked.text == "Åsa 🙂 å\u{308}: [telefonnummer borttaget], [e-postadress borttagen]")
  }

  /// A number behind a dash is part of a longer one, unless what is before the dash is masked.
  @Test(arguments: [
    ("070-174 06 05-850412-9889", ["pii.phone-mobile", "pii.personnummer-10-check"]),
    ("850412-9886-850412-9889", ["pii.personnummer-10", "pii.personnummer-10-check"]),
    ("123-850412-9889", []), ("123-850412-9886", ["pii.personnummer-10"]),
    ("070-174 06 05/070-174 06 06", ["pii.phone-mobile", "pii.phone-mobile"]),
    ("850412-9886/070-174 06 05", ["pii.personnummer-10", "pii.phone-mobile"]),
    (
      "850412-9886 0701740605 19850412-9886 08-465 004 00",
      [
        "pii.personnummer-10", "pii.phone-mobile", "pii.personnummer-12", "pii.phone-area",
      ]
    ),
  ])
  func `Numbers that stand together are told apart`(_ text: String, _ rules: [String]) {
    #expect(PersonalDataMasker().mask(text).spans.map(\.rule.rawValue) == rules)
  }

  @Test func `A public number stays in whatever form it is written`() {
    let masker = PersonalDataMasker(publicNumbers: ["0980-319 200", "+46 8 465 004 00"])
    for text in [
      "Ring 0980-319 200.", "Ring 0980319200.", "Ring +46 980 319 200.", "Ring +46 (0)980-319200.",
      "Ring 0046 980 319 200", "Ring 08-465 004 00.", "Ring (08) 465 004 00",
    ] {
      #expect(masker.mask(text).spans.isEmpty, "\(text)")
    }
    #expect(
      masker.mask("0980-319 200 eller 0980-319 201").text
        == "0980-319 200 eller [telefonnummer borttaget]")
  }

  @Test func `Folding does not hide a number from masking`() {
    for text in [
      "070\u{AD}-174 06 05", "0\u{200B}7\u{200B}0-174 06 05", "070-174\u{2003}06\u{2003}05",
      "070-174\u{A0}\u{A0}06 05", "an\u{AD}na@exam\u{200B}ple.se", "850412\u{2212}9886",
      "85\u{200D}0412-9886", "070\u{FEFF}1740605",
    ] {
      #expect(Refined(text).spans.count == 1, "\(text.debugDescription)")
      #expect(PersonalDataMasker().mask(text).spans.count == 1, "\(text.debugDescription)")
    }
  }

  @Test(arguments: LabelledSentences.byAccident)
  func `A date with a clock time that passes the check is masked`(_ text: String) {
    #expect(PersonalDataMasker().mask(text).spans.map(\.kind) == [.personalNumber])
  }
}
