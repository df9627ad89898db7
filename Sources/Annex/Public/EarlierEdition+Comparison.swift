extension EarlierEdition {
  /// How the counts of this version go on in a new one.
  struct Continuation {
    /// Counts that stand in a sum in which something has changed.
    var moved: Set<String> = []
    /// Counts that were shown and are the same, so that it is in vain to hide them now.
    ///
    /// Not so a sensitive count when others around it have changed: that it has not is a fact
    /// about those who came.
    var unchanged: Set<String> = []
  }

  /// - Parameters:
  ///   - counts: The counts of the new version.
  ///   - sensitive: Those of them that are sensitive.
  ///   - sums: The sums of the new version.
  /// - Returns: Which counts have changed around, and which are the same.
  func continuation(
    _ counts: [String: Int], sensitive: Set<String>, _ sums: [SumRelation]
  ) -> Continuation {
    let old = Dictionary(
      self.counts.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    var found = Continuation()
    for sum in sums {
      let keys = [sum.total] + sum.parts
      let hasChanged = keys.contains { key in
        if let before = old[key], let now = counts[key] { before != now } else { false }
      }
      if hasChanged { found.moved.formUnion(keys) }
    }
    for count in self.counts where count.hiding == nil && counts[count.key] == count.value {
      if !sensitive.contains(count.key) || !found.moved.contains(count.key) {
        found.unchanged.insert(count.key)
      }
    }
    return found
  }

  /// Adds what a reader of this version knows, and how it goes together with the new one.
  ///
  /// - Parameters:
  ///   - suppression: The counts of the new version.
  ///   - number: The place of this version among the earlier ones.
  ///   - moved: The counts around which something has changed.
  ///   - next: The earlier version after this one, when there is one.
  func add(
    to suppression: inout SmallCountSuppression, number: Int, moved: Set<String>,
    next: EarlierEdition?
  ) {
    func name(_ key: String, _ number: Int = number) -> String { "earlier/\(number)/\(key)" }
    for count in counts {
      let limit = count.isSensitive ? smallestSensitiveCount : smallestCount
      let isSmall = CountSystem.isSmall(
        count.value, limit: limit, isSensitive: count.isSensitive)
      let least = count.isSensitive ? 0 : 1
      let known =
        switch count.hiding {
        case nil: count.value...count.value
        case .small?: min(least, count.value)...max(limit - 1, count.value)
        case .complementary?: min(limit, count.value)...CountSystem.unbounded
        case .withheld?, .derived?: min(least, count.value)...CountSystem.unbounded
        }
      suppression.think(
        of: name(count.key), count.value, isSensitive: count.isSensitive,
        isProtected: isSmall && count.hiding != nil, wasPrinted: true, known: known)
    }
    for measure in implied { suppression.add(implied: measure, as: name(measure.key)) }
    for sum in relations { suppression.relate(name(sum.total), sum.parts.map { name($0) }) }
    for count in counts {
      if let now = suppression.printed(count.key), !now.isFixed {
        suppression.addChange(
          "since/\(number)/\(count.key)", of: now, from: name(count.key), count.value,
          isTelling: count.value != now.value || (now.isSensitive && moved.contains(count.key)))
      }
    }
    guard let next else { return }
    let later = Dictionary(
      next.counts.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    for count in counts {
      guard let value = later[count.key] else { continue }
      let change = "between/\(number)/\(count.key)"
      let isFewer = value < count.value
      suppression.think(
        of: change, value - count.value, isProtected: false,
        known: isFewer ? -CountSystem.unbounded...0 : 0...CountSystem.unbounded)
      suppression.relate(name(count.key, number + 1), [name(count.key), change])
    }
  }

  /// The background questions whose groups are not the same in the new version.
  ///
  /// Their counts cannot be compared key by key, though a reader may compare them.
  func changedGroups(_ keys: Set<String>) -> [String] {
    func groups(_ keys: some Sequence<String>) -> [String: Set<String>] {
      var groups: [String: Set<String>] = [:]
      for key in keys where key.hasPrefix("group/") && key.hasSuffix(".members") {
        let question = key.split(separator: "/").dropLast().joined(separator: "/")
        groups[question, default: []].insert(key)
      }
      return groups
    }
    let now = groups(keys)
    return groups(counts.map(\.key)).filter { question, keys in
      now[question].map { $0 != keys } ?? false
    }.keys.sorted()
  }
}

extension SmallCountSuppression {
  /// A count that has a place in the document.
  func printed(_ key: String) -> CountSystem.Count? {
    guard let place = system.place(of: key), system.counts[place].isPrinted else { return nil }
    return system.counts[place]
  }

  /// Adds a measure that stands nowhere: a count, a number that all know, or a remainder.
  mutating func add(implied measure: Measure, as key: String) {
    guard let value = measure.value?.wholeNumber else { return }
    if measure.unit == .work {
      think(of: key, value, isProtected: false, known: value...value)
      return
    }
    let isSmall = CountSystem.isSmall(
      value, limit: limit(isSensitive: measure.isSensitive), isSensitive: measure.isSensitive)
    think(
      of: key, value, isSensitive: measure.isSensitive,
      isProtected: measure.unit.isProtected && isSmall)
  }

  /// Adds how much a count has changed: a few more are a small count of their own, and so are a
  /// few fewer.
  ///
  /// The reader is taken to know which of the two it is. Where it tells something that a sensitive
  /// count has not changed, none is small too.
  mutating func addChange(
    _ key: String, of count: CountSystem.Count, from earlier: String, _ before: Int,
    isTelling: Bool
  ) {
    let change = count.value - before
    think(
      of: key, change, isSensitive: count.isSensitive,
      isProtected: isTelling && abs(change) < count.limit,
      known: change < 0 ? -CountSystem.unbounded...0 : 0...CountSystem.unbounded)
    relate(count.key, [earlier, key])
  }
}
