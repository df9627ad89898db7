import DialogueModel

/// Finds personal data (*personuppgifter*) in running text and puts words in its place.
///
/// Found are e-mail addresses, personal identity numbers and coordination numbers, and
/// telephone numbers, in that order: what one rule has taken the next does not see, so
/// "8504121234@example.se" is an address. The order differs from the list in the law document
/// (numbers first), because a number masked inside an address would leave the name in front of
/// it standing.
///
/// Not found: names, postal addresses, registration plates, bank accounts, a date of birth by
/// itself, links with a user's name, "snabel-a" without brackets. Nor, on purpose: numbers of
/// organisations, 112, 1177, 114 14, dates, years, times of day, opening hours, amounts,
/// lengths, postcodes, registry numbers, property designations, coordinates and road numbers.
///
/// One masker serves one worker; it keeps its buffers from text to text.
public final class PersonalDataMasker {
  private let publicNumbers: Set<[UInt8]>
  private var digitGroups = DigitGroups()
  private(set) var hits: [MaskingHit] = []
  private let replacements: [PersonalDataKind: [UInt8]]

  /// Makes a masker.
  ///
  /// - Parameter publicNumbers: Telephone numbers that stay, such as the municipality's
  ///   switchboard, in any written form; "+46 563-…" and "0563-…" are the same number.
  public init(publicNumbers: [String] = []) {
    self.publicNumbers = Set(publicNumbers.map(Self.dialled))
    replacements = Dictionary(
      uniqueKeysWithValues: PersonalDataKind.allCases.map { ($0, Array($0.replacement.utf8)) })
  }

  /// Masks a text as it is: nothing but the personal data is changed.
  public func mask(_ text: String) -> MaskedText {
    var text = text
    return text.withUTF8 { bytes in
      find(in: bytes)
      var masked: [UInt8] = []
      masked.reserveCapacity(bytes.count)
      var spans: [MaskedSpan] = []
      var ranges: [Range<Int>] = []
      var position = 0
      var codePoints = 0
      for hit in hits {
        masked.append(contentsOf: bytes[position..<hit.start])
        codePoints += Self.codePoints(bytes[position..<hit.start])
        let length = Self.codePoints(bytes[hit.start..<hit.end])
        ranges.append(codePoints..<codePoints + length)
        codePoints += length
        let start = masked.count
        masked.append(contentsOf: replacement(of: hit.rule.kind))
        spans.append(
          MaskedSpan(
            rule: hit.rule, original: hit.start..<hit.end, masked: start..<masked.count))
        position = hit.end
      }
      masked.append(contentsOf: bytes[position...])
      return MaskedText(
        text: String(decoding: masked, as: UTF8.self), spans: spans, codePointRanges: ranges)
    }
  }

  /// Finds what is to be masked and leaves it in `hits`, in order and without overlaps.
  func find(in text: UnsafeBufferPointer<UInt8>) {
    hits.removeAll(keepingCapacity: true)
    guard let base = text.baseAddress else { return }
    EmailRule(text, base).find(into: &hits)
    let addresses = hits
    var lower = 0
    for address in addresses {
      findNumbers(base, from: lower, to: address.start)
      lower = address.end
    }
    findNumbers(base, from: lower, to: text.count)
    if !addresses.isEmpty, hits.count > addresses.count { hits.sort { $0.start < $1.start } }
  }

  /// The bytes that stand instead of personal data of a kind.
  func replacement(of kind: PersonalDataKind) -> [UInt8] { replacements[kind] ?? [] }

  // MARK: Numbers

  /// The fewest digits that are masked: the shortest numbers have seven, or six and a letter.
  static let fewestDigits = 6

  private func findNumbers(_ base: UnsafePointer<UInt8>, from lower: Int, to upper: Int) {
    var position = lower
    var edge = lower
    while true {
      position = CandidateSearch.digit(base, from: position, to: upper)
      guard position < upper else { return }
      // Most digits stand in small numbers, which are nothing.
      if let end = digitGroups.endOfFew(Self.fewestDigits, base, from: position, to: upper) {
        position = end
        continue
      }
      let (scalar, length) = Utf8.decode(base, at: position, to: upper)
      guard ScalarKind.digitValue(scalar) != nil else {
        position += length
        continue
      }
      position = digitGroups.read(base, from: position, to: upper)
      if digitGroups.digits.count >= Self.fewestDigits {
        let before = hits.count
        findNumbers(base, edge..<upper, 0..<digitGroups.groups.count)
        // An interim number ends with digits behind a letter, after what was read.
        if hits.count > before, let last = hits.last {
          edge = last.end
          position = max(position, edge)
        }
      }
    }
  }

  /// Looks through a piece of the groups: personal identity numbers first, telephone numbers
  /// in what is left.
  ///
  /// What stands on either side of a number is looked through as a piece of
  /// its own, so that masking the masked text again finds nothing.
  private func findNumbers(_ base: UnsafePointer<UInt8>, _ bytes: Range<Int>, _ piece: Range<Int>) {
    var bytes = bytes
    var piece = piece
    var unseen = piece
    while let found = firstNumber(base, bytes, piece, unseen) {
      findNumbers(base, bytes.lowerBound..<found.bytes.lowerBound, piece.lowerBound..<found.start)
      if let rule = found.rule {
        hits.append(
          MaskingHit(start: found.bytes.lowerBound, end: found.bytes.upperBound, rule: rule))
      }
      bytes = found.bytes.upperBound..<bytes.upperBound
      piece = found.end..<piece.upperBound
      // After a telephone number no personal identity number is left to the right of it, but
      // for one that what was just masked kept from being seen.
      let isPhone = found.rule.map { $0.kind == .phone } ?? true
      unseen = isPhone ? piece.prefix(1) : piece
    }
  }

  private struct Found {
    var start: Int
    var end: Int
    var bytes: Range<Int>
    /// The rule, or `nil` for a public number, which stays.
    var rule: MaskingRule?
  }

  /// The first personal identity number that begins in `unseen`, or else the first telephone
  /// number of the piece.
  private func firstNumber(
    _ base: UnsafePointer<UInt8>, _ bytes: Range<Int>, _ piece: Range<Int>, _ unseen: Range<Int>
  ) -> Found? {
    guard !piece.isEmpty else { return nil }
    let numbers = PersonalNumberRule(base, bytes, digitGroups, piece)
    for index in unseen {
      if let match = numbers.match(at: index) {
        return Found(start: index, end: match.end, bytes: match.bytes, rule: match.rule)
      }
    }
    let phones = PhoneRule(base, bytes, digitGroups, piece)
    for index in piece {
      if let match = phones.match(at: index) {
        let isPublic = publicNumbers.contains(match.dialled)
        return Found(
          start: index, end: match.end, bytes: match.bytes, rule: isPublic ? nil : match.rule)
      }
    }
    return nil
  }

  private static func dialled(_ number: String) -> [UInt8] {
    let digits = number.unicodeScalars.compactMap { ScalarKind.digitValue($0.value) }
    if number.contains("+"), digits.starts(with: [4, 6]) {
      return [0] + digits.dropFirst(2).drop { $0 == 0 }
    }
    if digits.starts(with: [0, 0, 4, 6]) { return [0] + digits.dropFirst(4).drop { $0 == 0 } }
    return number.contains("+") ? [0, 0] + digits : digits
  }

  private static func codePoints(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
