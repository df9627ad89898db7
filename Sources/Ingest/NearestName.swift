/// Finds the known name that a mistyped one most likely means.
enum NearestName {
  /// The nearest of `names`, or `nil` when none is near.
  static func to(_ name: String, among names: [String]) -> String? {
    let limit = max(1, name.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in names where abs(candidate.count - name.count) <= limit {
      let distance = editDistance(Array(name.lowercased()), Array(candidate.lowercased()))
      if distance <= limit, distance < (best?.distance ?? Int.max) { best = (candidate, distance) }
    }
    return best?.name
  }

  private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var previous = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let cost = min(previous + (a == b ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        previous = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[right.count]
  }
}
