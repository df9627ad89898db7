/// Finds the known name that a mistyped one most likely means.
enum NearestKey {
  /// The nearest of `names`, the first of those equally near; `nil` when none is near.
  static func to(_ name: String, among names: [String]) -> String? {
    guard name.count <= 60 else { return nil }
    let limit = max(1, name.count / 3)
    let typed = fold(name)
    var best: (name: String, distance: Int)?
    for candidate in names where abs(candidate.count - name.count) <= limit {
      let distance = editDistance(typed, fold(candidate))
      if distance <= limit, distance < (best?.distance ?? Int.max) { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Case and the marks between words say little: `decision_to_hold` means `decisionToHold`.
  private static func fold(_ name: String) -> [Character] {
    name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
  }

  /// The number of letters to add, take away, change or swap with their neighbour.
  private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var before: [Int] = []
    var above = Array(0...right.count)
    for i in 0..<left.count {
      var row = [i + 1]
      for j in 0..<right.count {
        var cost = min(above[j] + (left[i] == right[j] ? 0 : 1), row[j] + 1, above[j + 1] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        row.append(cost)
      }
      before = above
      above = row
    }
    return above[right.count]
  }
}
