import Annex

/// Tries to compute hidden numbers from the sums that a document shows: exact elimination over
/// fractions, written for the tests and unlike the program's own.
struct SubtractionAttack {
  private(set) var hidden: [String] = []
  /// The hidden keys whose value follows.
  private(set) var found: [String] = []

  init(_ document: AnnexDocument) {
    var values: [String: Int] = [:]
    var unknown: [String: Int] = [:]
    for measure in document.measures where measure.unit.isProtected {
      if let value = measure.value?.wholeNumber { values[measure.key] = value }
      if measure.hiding != nil, unknown[measure.key] == nil {
        unknown[measure.key] = hidden.count
        hidden.append(measure.key)
      }
    }
    // What the document hides in one place and shows in another is found without any sum.
    found = hidden.filter { values[$0] != nil }
    var rows: [[Fraction]] = []
    for relation in document.allRelations {
      var row = Array(repeating: Fraction(0), count: hidden.count + 1)
      var isKnown = true
      for (key, sign) in relation.parts.map({ ($0, 1) }) + [(relation.total, -1)] {
        if let place = unknown[key] {
          row[place] = row[place] + Fraction(sign)
        } else if let value = values[key] {
          row[hidden.count] = row[hidden.count] - Fraction(sign * value)
        } else {
          isKnown = false
        }
      }
      if isKnown, row.dropLast().contains(where: { !$0.isZero }) { rows.append(row) }
    }
    var rank = 0
    for column in hidden.indices where rank < rows.count {
      guard let pivot = rows[rank...].firstIndex(where: { !$0[column].isZero }) else { continue }
      rows.swapAt(rank, pivot)
      let scale = rows[rank][column]
      rows[rank] = rows[rank].map { $0 / scale }
      for row in rows.indices where row != rank && !rows[row][column].isZero {
        let factor = rows[row][column]
        rows[row] = zip(rows[row], rows[rank]).map { $0 - factor * $1 }
      }
      rank += 1
    }
    for row in rows {
      let used = hidden.indices.filter { !row[$0].isZero }
      if used.count == 1 { found.append(hidden[used[0]]) }
    }
  }
}

/// A fraction in lowest terms; the numbers of these sums stay small.
private struct Fraction {
  let top: Int
  let bottom: Int

  init(_ top: Int, _ bottom: Int = 1) {
    var (large, small) = (abs(top), abs(bottom))
    while small != 0 { (large, small) = (small, large % small) }
    let sign = bottom < 0 ? -1 : 1
    self.top = sign * top / max(large, 1)
    self.bottom = sign * bottom / max(large, 1)
  }

  var isZero: Bool { top == 0 }

  static func + (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom)
  }

  static func - (left: Fraction, right: Fraction) -> Fraction {
    left + Fraction(-right.top, right.bottom)
  }

  static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.top * right.top, left.bottom * right.bottom)
  }

  static func / (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.top * right.bottom, left.bottom * right.top)
  }
}
