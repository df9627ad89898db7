// Puts ages together from the age classes of a table.
struct AgeCover {
  // The classes, in rising order; they may overlap, as one-year and five-year classes do.
  let classes: [AgeRange]

  // The fewest classes that are together exactly the range, or `nil` when there are none.
  //
  // Fewest, since from 2025 every published figure has noise of its own: a published five-year
  // class is nearer to the truth than five ages added up.
  func classes(for range: AgeRange) -> [AgeRange]? {
    let byLower = Dictionary(grouping: classes) { $0.lower }
    // For each age that can be reached: how many classes it takes, and the last of them.
    var reached: [Int: (count: Int, last: AgeRange?)] = [range.lower: (0, nil)]
    for age in range.lower..<range.end {
      guard let here = reached[age] else { continue }
      for item in byLower[age] ?? [] where range.contains(item) {
        guard here.count + 1 < reached[item.end]?.count ?? Int.max else { continue }
        reached[item.end] = (here.count + 1, item)
      }
    }
    guard reached[range.end] != nil else { return nil }
    var cover: [AgeRange] = []
    var age = range.end
    while let last = reached[age]?.last {
      cover.append(last)
      age = last.lower
    }
    guard range.upper != nil || cover.first?.upper == nil else { return nil }
    return cover.reversed()
  }

  // The first class that is partly in the range and partly not.
  func misfit(_ range: AgeRange) -> AgeRange? {
    classes.first { $0.overlaps(range) && !range.contains($0) && !$0.contains(range) }
      ?? classes.first { $0.contains(range) && $0 != range && $0 != .all }
  }

  // The first age of the range that no class within it has.
  func missingAge(_ range: AgeRange) -> Int? {
    let inside = classes.filter { range.contains($0) }
    return (range.lower..<range.end).first { age in
      !inside.contains { $0.lower <= age && age < $0.end }
    }
  }
}
